import type { IconName } from '@chengmai/kit'

export interface Place {
  path: string
  word: string
  icon: IconName
  /** Only these duties see it; empty means everyone. */
  duties: string[]
  foot?: boolean
}

/** The rail: one entry per domain of the desk, in the order of a working day. */
export const PLACES: Place[] = [
  { path: '/', word: 'nav.home', icon: 'home', duties: [] },
  { path: '/desk', word: 'nav.desk', icon: 'desk', duties: [] },
  { path: '/map', word: 'nav.map', icon: 'map', duties: [] },
  { path: '/report', word: 'nav.report', icon: 'phone', duties: ['operator', 'duty_leader', 'dispatcher', 'inspector', 'collector', 'leader'] },
  { path: '/imports', word: 'nav.imports', icon: 'upload', duties: ['operator', 'duty_leader', 'admin'] },
  { path: '/compare', word: 'nav.compare', icon: 'chart', duties: ['operator', 'duty_leader', 'dispatcher', 'department', 'inspector', 'leader'] },
  { path: '/standards', word: 'nav.standards', icon: 'book', duties: [] },
  { path: '/calendar', word: 'nav.calendar', icon: 'calendar', duties: [] },
  { path: '/roster', word: 'nav.roster', icon: 'clock', duties: ['operator', 'duty_leader', 'dispatcher', 'department', 'inspector', 'leader', 'admin'] },
  { path: '/census', word: 'nav.census', icon: 'pin', duties: ['admin'] },
  { path: '/tables', word: 'nav.tables', icon: 'list', duties: ['admin', 'security', 'auditor'] },
  { path: '/security', word: 'nav.security', icon: 'people', duties: ['admin', 'security', 'auditor'], foot: true },
  { path: '/privacy', word: 'nav.privacy', icon: 'user', duties: ['security', 'auditor'], foot: true },
  { path: '/channels', word: 'nav.channels', icon: 'send', duties: ['admin', 'auditor'], foot: true },
  { path: '/grid-checks', word: 'nav.grid_checks', icon: 'check', duties: ['admin'], foot: true },
  { path: '/layers', word: 'nav.layers', icon: 'map', duties: ['admin'], foot: true },
  { path: '/system', word: 'nav.system', icon: 'shield', duties: ['admin', 'security', 'auditor'], foot: true },
]

/** The entries that somebody with these duties sees. */
export function placesFor(duties: string[]): Place[] {
  return PLACES.filter((place) => place.duties.length === 0 || place.duties.some((duty) => duties.includes(duty)))
}
