/** The colours of the map; every one is a token of the kit, nothing is named here. */
export const TOKENS = {
  land: 'map-land',
  sand: 'map-sand',
  town: 'map-town',
  works: 'map-works',
  campus: 'map-campus',
  water: 'map-water',
  shore: 'map-shore',
  green: 'map-green',
  forest: 'map-forest',
  farm: 'map-farm',
  road: 'map-road',
  roadMain: 'map-road-main',
  roadFast: 'map-road-fast',
  roadEdge: 'map-road-edge',
  roadMainEdge: 'map-road-main-edge',
  rail: 'map-rail',
  building: 'map-building',
  buildingEdge: 'map-building-edge',
  boundary: 'map-boundary',
  label: 'map-label',
  labelStrong: 'map-label-strong',
  labelWater: 'map-label-water',
  labelGreen: 'map-label-green',
  halo: 'map-halo',
  surface: 'surface',
  ink: 'ink',
  accent: 'accent',
  inTime: 'lamp-in-time',
  dueSoon: 'lamp-due-soon',
  overdue: 'lamp-overdue',
  suspended: 'lamp-suspended',
  none: 'lamp-none',
} as const

export type Palette = Record<keyof typeof TOKENS, string>

/** The palette in force, read from the page's tokens. `read` is swapped in tests. */
export function readPalette(read: (token: string) => string): Palette {
  const entries = Object.entries(TOKENS).map(([key, token]) => [key, read(token)] as const)
  return Object.fromEntries(entries) as Palette
}
