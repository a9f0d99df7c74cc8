/** How wide the list and the map are before somebody moves the dividers, by the width of the screen in px. */
export function firstWidths(screen: number): { list: number; map: number } {
  if (screen < 1500) return { list: 468, map: 352 }
  return { list: Math.min(620, Math.round(screen * 0.27)), map: Math.min(960, Math.round(screen * 0.3)) }
}
