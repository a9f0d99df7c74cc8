/** The address that opens the phone's own map on the way to a place (WGS 84); null without a place. */
export function routeTo(at: { lon: number | null; lat: number | null }, agent = navigator.userAgent): string | null {
  if (at.lon === null || at.lat === null) return null
  const point = `${at.lat.toFixed(6)},${at.lon.toFixed(6)}`
  return /iPhone|iPad|Macintosh/.test(agent) ? `maps:?daddr=${point}` : `geo:${point}?q=${point}`
}
