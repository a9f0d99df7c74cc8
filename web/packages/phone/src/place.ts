/** Longitude and latitude in degrees, WGS 84. */
export interface Point {
  lon: number
  lat: number
}

const EARTH_METRES = 6_371_008.8
const rad = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two points on the sphere. */
export function metresBetween(a: Point, b: Point): number {
  const lat = rad(b.lat - a.lat)
  const lon = rad(b.lon - a.lon)
  const h = Math.sin(lat / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(lon / 2) ** 2
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(h))
}

/** Metres for reading: `80 m`, `350 m`, `1.2 km`. */
export function metresWords(metres: number): string {
  if (metres < 100) return `${Math.max(10, Math.round(metres / 10) * 10)} m`
  if (metres < 1000) return `${Math.round(metres / 50) * 50} m`
  return `${(metres / 1000).toFixed(metres < 10_000 ? 1 : 0)} km`
}
