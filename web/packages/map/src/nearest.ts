/** A finger or a mouse need not hit a symbol exactly: this far counts, in pixels. */
export const TOLERANCE = 18

export interface ScreenPoint {
  x: number
  y: number
}

/** The candidate nearest to the click within the tolerance, or null. Ties go to the first. */
export function nearest<T>(click: ScreenPoint, candidates: readonly { at: ScreenPoint; item: T }[], tolerance = TOLERANCE): T | null {
  let best: T | null = null
  let least = tolerance
  for (const { at, item } of candidates) {
    const far = Math.hypot(at.x - click.x, at.y - click.y)
    if (far < least || (best === null && far === least)) {
      best = item
      least = far
    }
  }
  return best
}

const EARTH = 6371008.8

/** A circle of so many metres as a ring of longitude and latitude. */
export function circleRing(lon: number, lat: number, metres: number, steps = 48): [number, number][] {
  const dy = (metres / EARTH) * (180 / Math.PI)
  const dx = dy / Math.cos((lat * Math.PI) / 180)
  return Array.from({ length: steps + 1 }, (_, n) => {
    const turn = (2 * Math.PI * (n % steps)) / steps
    return [lon + dx * Math.cos(turn), lat + dy * Math.sin(turn)]
  })
}
