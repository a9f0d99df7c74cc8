import type { DeskInfo } from '@chengmai/api'

/** One column of the table as a person has it. */
export interface ShownColumn {
  key: string
  width: number
}

/** How columns sort on the server: by key, downwards or upwards. Others are not sorted by. */
export const SORTS: Record<string, { up: string; down: string }> = {
  reported_at: { up: 'oldest', down: 'newest' },
  lamp_due_at: { up: 'due', down: 'due' },
}

export const NARROWEST = 40
export const WIDEST = 900

/** The columns that a person chose; the first ones where they chose none or only unknown ones. */
export function shownColumns(kept: ShownColumn[], desk: Pick<DeskInfo, 'columns' | 'first_columns'>): ShownColumn[] {
  const width = new Map(desk.columns.map((column) => [column.key, column.width]))
  const known = kept.filter(({ key }) => width.has(key))
  if (known.length > 0) return known.map(({ key, width: own }) => ({ key, width: own >= NARROWEST ? own : (width.get(key) ?? 120) }))
  return desk.first_columns.map((key) => ({ key, width: width.get(key) ?? 120 }))
}

/** The columns with one moved to another place. */
export function movedColumn(columns: ShownColumn[], key: string, by: number): ShownColumn[] {
  const at = columns.findIndex((column) => column.key === key)
  const to = at + by
  if (at < 0 || to < 0 || to >= columns.length) return columns
  const next = [...columns]
  const [taken] = next.splice(at, 1)
  if (taken) next.splice(to, 0, taken)
  return next
}

/** The columns with one shown or hidden; the last one stays. */
export function toggledColumn(columns: ShownColumn[], key: string, desk: Pick<DeskInfo, 'columns'>): ShownColumn[] {
  if (columns.some((column) => column.key === key)) return columns.length > 1 ? columns.filter((column) => column.key !== key) : columns
  return [...columns, { key, width: desk.columns.find((column) => column.key === key)?.width ?? 120 }]
}

/** Which rows of a long table are drawn: those in sight and some around, from the height of a row in px. */
export function rowsInSight(top: number, height: number, row: number, count: number, around = 12): { from: number; to: number } {
  const from = Math.max(0, Math.floor(top / row) - around)
  return { from, to: Math.min(count, Math.ceil((top + height) / row) + around) }
}

/** The next order when somebody clicks a column's head. */
export function nextOrder(key: string, order: string): string | null {
  const sorts = SORTS[key]
  if (!sorts) return null
  const now = order || 'newest'
  return now === sorts.down && sorts.up !== sorts.down ? sorts.up : sorts.down
}
