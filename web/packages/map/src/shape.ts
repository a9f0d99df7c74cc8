import type { MultiPolygon, Polygon, Position } from 'geojson'

/** Polygons as they are edited: each a list of rings, the first its border, none closed. */
export type Corner = [number, number]
export type Rings = Corner[][]
export interface At {
  part: number
  ring: number
  corner: number
}

const same = (a: Position | undefined, b: Position | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1]

/** The polygons of a geometry, each ring without the corner that closes it. */
export function opened(geometry: Polygon | MultiPolygon | null | undefined): Rings[] {
  if (!geometry) return []
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return parts.map((rings) => rings.map((ring) => (same(ring[0], ring.at(-1)) ? ring.slice(0, -1) : ring).map(([x, y]): Corner => [x ?? 0, y ?? 0])))
}

/** The geometry of polygons; rings of fewer than three corners are left out. */
export function closed(parts: readonly Rings[]): MultiPolygon {
  const whole = parts.map((rings) => rings.filter((ring) => ring.length >= 3).map((ring) => [...ring, ring[0] as Corner])).filter((rings) => rings.length > 0)
  return { type: 'MultiPolygon', coordinates: whole }
}

const changed = (parts: readonly Rings[], at: At, change: (ring: Corner[]) => Corner[]): Rings[] =>
  parts.map((rings, p) => (p === at.part ? rings.map((ring, r) => (r === at.ring ? change(ring) : ring)) : rings))

export const moved = (parts: readonly Rings[], at: At, to: Corner): Rings[] => changed(parts, at, (ring) => ring.map((one, c) => (c === at.corner ? to : one)))

/** With a corner more, after the one that is named. */
export const inserted = (parts: readonly Rings[], at: At, to: Corner): Rings[] => changed(parts, at, (ring) => [...ring.slice(0, at.corner + 1), to, ...ring.slice(at.corner + 1)])

/** With a corner less; a ring that would have fewer than three goes, and a polygon without border with it. */
export function removed(parts: readonly Rings[], at: At): Rings[] {
  const ring = parts[at.part]?.[at.ring] ?? []
  if (ring.length > 3) return changed(parts, at, (old) => old.filter((_, c) => c !== at.corner))
  return at.ring === 0 ? parts.filter((_, p) => p !== at.part) : parts.map((rings, p) => (p === at.part ? rings.filter((_, r) => r !== at.ring) : rings))
}

const turn = (a: Corner, b: Corner, c: Corner): number => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

/** Where the borders of a polygon cross, in the middle of the shorter of both edges; at most twenty. */
export function crossings(rings: Rings): Corner[] {
  const edges = rings.flatMap((ring) => (ring.length < 3 ? [] : ring.map((from, n): [Corner, Corner] => [from, ring[(n + 1) % ring.length] as Corner])))
  const found: Corner[] = []
  for (let i = 0; i < edges.length && found.length < 20; i++)
    for (let j = i + 1; j < edges.length; j++) {
      const [[a, b], [c, d]] = [edges[i] as [Corner, Corner], edges[j] as [Corner, Corner]]
      if (same(a, c) || same(a, d) || same(b, c) || same(b, d)) continue
      if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) found.push(meeting(a, b, c, d))
    }
  return found
}

function meeting(a: Corner, b: Corner, c: Corner, d: Corner): Corner {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / (rx * sy - ry * sx)
  return [a[0] + t * rx, a[1] + t * ry]
}

/** The borders of other shapes, to which a corner may snap. */
export type Borders = readonly (readonly Corner[])[]

/**
 * The corner of another shape that is nearest within `reach` (degrees of longitude and latitude, which differ), else the
 * nearest point on one of its edges, else the place itself.
 */
export function snapped(to: Corner, others: Borders, reach: readonly [number, number]): Corner {
  let best: Corner | undefined
  let least = 1
  const far = (x: number, y: number): number => ((x - to[0]) / reach[0]) ** 2 + ((y - to[1]) / reach[1]) ** 2
  for (const ring of others)
    for (const corner of ring) {
      const metres = far(corner[0], corner[1])
      if (metres < least) [best, least] = [[corner[0], corner[1]], metres]
    }
  if (best) return best
  least = 0.5
  for (const ring of others)
    for (let n = 0; n + 1 < ring.length; n++) {
      const [a, b] = [ring[n] as Corner, ring[n + 1] as Corner]
      if (Math.min(a[0], b[0]) - reach[0] > to[0] || Math.max(a[0], b[0]) + reach[0] < to[0] || Math.min(a[1], b[1]) - reach[1] > to[1] || Math.max(a[1], b[1]) + reach[1] < to[1]) continue
      const [dx, dy] = [(b[0] - a[0]) / reach[0], (b[1] - a[1]) / reach[1]]
      const along = Math.max(0, Math.min(1, (((to[0] - a[0]) / reach[0]) * dx + ((to[1] - a[1]) / reach[1]) * dy) / (dx * dx + dy * dy || 1)))
      const at: Corner = [a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])]
      if (far(at[0], at[1]) < least) [best, least] = [at, far(at[0], at[1])]
    }
  return best ?? to
}

/** Whether a place lies in a geometry. */
export function contains(geometry: Polygon | MultiPolygon, lon: number, lat: number): boolean {
  const inRing = (ring: Corner[]): boolean => {
    let inside = false
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[i] as Corner, ring[j] as Corner]
      if (a[1] > lat !== b[1] > lat && lon < ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
    }
    return inside
  }
  return opened(geometry).some(([border, ...holes]) => border !== undefined && inRing(border) && !holes.some(inRing))
}

/** The box of polygons, or null where there are none. */
export function boxOfRings(parts: readonly Rings[]): [number, number, number, number] | null {
  const corners = parts.flat(2)
  if (!corners.length) return null
  const [x, y] = [corners.map((one) => one[0]), corners.map((one) => one[1])]
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)]
}
