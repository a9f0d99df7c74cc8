import type { LampState } from '@chengmai/kit'
import type { Palette } from './palette'

/** Lamps in the order in which a ring shows them, the most pressing first. */
export const RING: readonly LampState[] = ['overdue', 'due_soon', 'in_time', 'suspended', 'none']
export type Mix = Record<LampState, number>

/** The name of a ring's picture; it carries everything that is needed to draw it. */
export function ringName(mix: Mix): string {
  return ['ring', ...RING.map((lamp) => mix[lamp])].join('/')
}

/** What a ring's name says, or null for the name of something else. */
export function ringMix(name: string): Mix | null {
  const [head, ...counts] = name.split('/')
  if (head !== 'ring' || counts.length !== RING.length) return null
  const numbers = counts.map(Number)
  if (numbers.some((count) => !Number.isInteger(count) || count < 0)) return null
  return Object.fromEntries(RING.map((lamp, n) => [lamp, numbers[n] ?? 0])) as Mix
}

export interface Arc {
  lamp: LampState
  from: number
  to: number
}

/** Arcs of a ring in radians from the top; a lamp that is there is never thinner than it can be seen. */
export function ringArcs(mix: Mix, least = 0.28): Arc[] {
  const there = RING.filter((lamp) => mix[lamp] > 0)
  const total = there.reduce((sum, lamp) => sum + mix[lamp], 0)
  if (total === 0) return []
  const turn = 2 * Math.PI
  const wide = there.map((lamp) => Math.max(least, (mix[lamp] / total) * turn))
  const scale = turn / wide.reduce((sum, angle) => sum + angle, 0)
  let at = -Math.PI / 2
  return there.map((lamp, n) => {
    const from = at
    at += (wide[n] ?? 0) * scale
    return { lamp, from, to: at }
  })
}

/** Radius in pixels: more cases, a larger ring, but calmly. */
export function ringRadius(total: number): number {
  return Math.min(30, 12 + Math.log2(Math.max(total, 2)) * 2.1)
}

/** 1,234 as 1.2k: a ring has room for four signs. */
export function shortCount(total: number): string {
  if (total < 1000) return String(total)
  return total < 10000 ? `${(total / 1000).toFixed(1)}k` : `${Math.round(total / 1000)}k`
}

const COLOURS: Record<LampState, keyof Palette> = {
  overdue: 'overdue',
  due_soon: 'dueSoon',
  in_time: 'inTime',
  suspended: 'suspended',
  none: 'none',
}

/** Draw a ring as a picture of twice the size. */
export function drawRing(mix: Mix, palette: Palette, face: string): ImageData {
  const total = RING.reduce((sum, lamp) => sum + mix[lamp], 0)
  const radius = ringRadius(total)
  const side = Math.ceil(radius + 4) * 4
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = side
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('No canvas')
  pen.scale(2, 2)
  pen.translate(side / 4, side / 4)
  pen.beginPath()
  pen.arc(0, 0, radius + 1.5, 0, 2 * Math.PI)
  pen.fillStyle = palette.surface
  pen.fill()
  pen.lineWidth = 4.5
  for (const arc of ringArcs(mix)) {
    pen.beginPath()
    pen.arc(0, 0, radius - 2.2, arc.from, arc.to)
    pen.strokeStyle = palette[COLOURS[arc.lamp]]
    pen.stroke()
  }
  pen.fillStyle = palette.ink
  pen.font = `600 ${total < 100 ? 12 : 11}px ${face}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(shortCount(total), 0, 0.8)
  return pen.getImageData(0, 0, side, side)
}

export interface Bubble {
  colour: string
  total: number
  flagged: number
}

/** What a bubble's name says (`bubble/colour/total/flagged`), or null for the name of something else. */
export function bubbleOf(name: string): Bubble | null {
  const [head, colour, total, flagged, ...rest] = name.split('/')
  if (head !== 'bubble' || colour === undefined || rest.length > 0) return null
  const counts = [Number(total), Number(flagged)]
  if (counts.some((count) => !Number.isInteger(count) || count < 0)) return null
  return { colour, total: counts[0] as number, flagged: counts[1] as number }
}

/** Draw a bubble as a picture of twice the size: the number in the layer's colour, an arc for what needs a look. */
export function drawBubble({ colour, total, flagged }: Bubble, palette: Palette, face: string): ImageData {
  const radius = ringRadius(total) - 2
  const side = Math.ceil(radius + 4) * 4
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = side
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('No canvas')
  pen.scale(2, 2)
  pen.translate(side / 4, side / 4)
  pen.beginPath()
  pen.arc(0, 0, radius + 1, 0, 2 * Math.PI)
  pen.fillStyle = palette.surface
  pen.fill()
  pen.lineWidth = 3
  pen.strokeStyle = colour
  pen.beginPath()
  pen.arc(0, 0, radius - 1.5, 0, 2 * Math.PI)
  pen.stroke()
  if (flagged > 0) {
    pen.strokeStyle = palette.overdue
    pen.beginPath()
    pen.arc(0, 0, radius - 1.5, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * Math.min(1, Math.max(0.06, flagged / total)))
    pen.stroke()
  }
  pen.fillStyle = palette.ink
  pen.font = `600 11px ${face}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(shortCount(total), 0, 0.8)
  return pen.getImageData(0, 0, side, side)
}
