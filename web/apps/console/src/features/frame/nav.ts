import type { IconName } from '@chengmai/kit'

export interface Place {
  path: string
  word: string
  icon: IconName
  /** Only these duties see it; empty means everyone. */
  duties: string[]
  group?: GroupName
  foot?: boolean
}

export type GroupName = 'system' | 'city' | 'people' | 'rules' | 'intake'

/** Several places behind one entry of the rail. */
export interface Group {
  name: GroupName | 'more'
  word: string
  icon: IconName
  places: Place[]
  foot?: boolean
}

export type Entry = Place | Group

/** The rail: one entry per domain of the desk, in the order of a working day. */
export const PLACES: Place[] = [
  { path: '/', word: 'nav.home', icon: 'home', duties: [] },
  { path: '/desk', word: 'nav.desk', icon: 'desk', duties: [] },
  { path: '/map', word: 'nav.map', icon: 'map', duties: [] },
  { path: '/report', word: 'nav.report', icon: 'phone', duties: ['operator', 'duty_leader', 'dispatcher', 'inspector', 'collector', 'leader'], group: 'intake' },
  { path: '/imports', word: 'nav.imports', icon: 'upload', duties: ['operator', 'duty_leader', 'admin'], group: 'intake' },
  { path: '/compare', word: 'nav.compare', icon: 'chart', duties: ['operator', 'duty_leader', 'dispatcher', 'department', 'inspector', 'leader'] },
  { path: '/standards', word: 'nav.standards', icon: 'book', duties: [], group: 'rules' },
  { path: '/calendar', word: 'nav.calendar', icon: 'calendar', duties: [], group: 'rules' },
  { path: '/tables', word: 'nav.tables', icon: 'list', duties: ['admin', 'security', 'auditor'], group: 'rules' },
  { path: '/census', word: 'nav.census', icon: 'pin', duties: ['admin'], group: 'city' },
  { path: '/layers', word: 'nav.layers', icon: 'layers', duties: ['admin'], group: 'city' },
  { path: '/areas', word: 'nav.areas', icon: 'flag', duties: ['admin'], group: 'city' },
  { path: '/house-numbers', word: 'nav.house_numbers', icon: 'home', duties: ['admin'], group: 'city' },
  { path: '/grid-checks', word: 'nav.grid_checks', icon: 'grid', duties: ['admin'], group: 'city' },
  { path: '/roster', word: 'nav.roster', icon: 'clock', duties: ['operator', 'duty_leader', 'dispatcher', 'department', 'inspector', 'leader', 'admin'], group: 'people' },
  { path: '/security', word: 'nav.security', icon: 'people', duties: ['admin', 'security', 'auditor'], group: 'people', foot: true },
  { path: '/privacy', word: 'nav.privacy', icon: 'user', duties: ['security', 'auditor'], group: 'people', foot: true },
  { path: '/channels', word: 'nav.channels', icon: 'send', duties: ['admin', 'auditor'], group: 'system', foot: true },
  { path: '/system', word: 'nav.system', icon: 'shield', duties: ['admin', 'security', 'auditor'], group: 'system', foot: true },
]

/** In the order in which they fold when the rail grows too long: what is opened least goes first. */
const GROUPS: Record<GroupName, IconName> = { system: 'shield', city: 'pin', people: 'people', rules: 'book', intake: 'phone' }
/** More than nine entries nobody finds without reading. */
export const AT_MOST = 9
/** On a phone the rail lies along the bottom: four for the thumb, and the rest. */
export const ON_PHONE = 5

/** The entries that somebody with these duties sees. */
export function placesFor(duties: string[]): Place[] {
  return PLACES.filter((place) => place.duties.length === 0 || place.duties.some((duty) => duties.includes(duty)))
}

/** The first level of the rail: places, and groups where there would be too many of them. */
export function railFor(duties: string[], limit = AT_MOST): Entry[] {
  let entries: Entry[] = placesFor(duties)
  for (const name of Object.keys(GROUPS) as GroupName[]) {
    if (entries.length <= limit) break
    entries = folded(entries, name)
  }
  return entries
}

/** The rail of a phone: the first places, and everything else behind the last entry. */
export function barFor(duties: string[], limit = ON_PHONE): Entry[] {
  const places = placesFor(duties)
  if (places.length <= limit) return places
  return [...places.slice(0, limit - 1), { name: 'more', word: 'frame.more', icon: 'menu', places: places.slice(limit - 1) }]
}

function folded(entries: Entry[], name: GroupName): Entry[] {
  const places = entries.filter((entry): entry is Place => 'path' in entry && entry.group === name)
  if (places.length < 2) return entries
  const group: Group = { name, word: `nav_group.${name}`, icon: GROUPS[name], places, foot: name !== 'rules' && name !== 'intake' }
  return entries.flatMap((entry) => (entry === places[0] ? [group] : places.includes(entry as Place) ? [] : [entry]))
}

/** Whether this address lies under that of the place. */
export function isAt(path: string, at: string): boolean {
  return path === '/' ? at === '/' : at === path || at.startsWith(`${path}/`)
}
