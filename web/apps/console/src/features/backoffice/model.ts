import type { TableColumn, TableDetail, TablePast, TableRow, TableWords } from '@chengmai/api'

export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain }
export type Values = Record<string, Plain>

/** The words of the language in use. */
export const said = (words: TableWords | null | undefined, language: string): string => (words ? (language === 'zh' ? words.zh : words.en) : '')

/** Fill the count into an effect's sentence. */
export const effectText = (words: TableWords, count: number, language: string): string => said(words, language).replace('{n}', String(count))

/** `4wh` is 4 of `wh`; undefined for anything else. */
export function limitOf(text: unknown): { amount: number; unit: string } | undefined {
  const found = /^(\d+)([a-z]{2})$/.exec(String(text ?? ''))
  return found ? { amount: Number(found[1]), unit: found[2] ?? '' } : undefined
}

/** Which simple field shows a setting's value, by the shape that it has now. */
export function shapeOf(value: Plain | undefined): 'number' | 'flag' | 'text' | 'json' {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'flag'
  return typeof value === 'string' ? 'text' : 'json'
}

/** The columns that the form shows: what may be written, and when changing what was given once. */
export function formColumns(table: TableDetail, adding: boolean): TableColumn[] {
  return table.columns.filter((column) => column.edited && (adding || !column.fixed))
}

/** The columns of the grid. */
export const gridColumns = (table: TableDetail): TableColumn[] => table.columns.filter((column) => column.shown && column.kind !== 'secret')

/** What a new row's form begins with. */
export function emptyValues(table: TableDetail): Values {
  return Object.fromEntries(formColumns(table, true).map((column) => [column.name, column.kind === 'flag' ? false : column.kind === 'reference' ? null : '']))
}

/** Only what differs from the row goes over the wire; a new row goes whole. */
export function changedValues(table: TableDetail, row: TableRow | undefined, values: Values): Values {
  const names = formColumns(table, row === undefined).map((column) => column.name)
  const given = names.filter((name) => {
    if (row === undefined) return values[name] !== '' && values[name] !== null
    if (!(name in row.values)) return Boolean(values[name])
    return JSON.stringify(values[name] ?? null) !== JSON.stringify(row.values[name] ?? null)
  })
  return Object.fromEntries(given.map((name) => [name, values[name] ?? null]))
}

/** Whether what differs must say from which day it holds. */
export function needsDay(table: TableDetail, row: TableRow | undefined, changed: Values): boolean {
  if (row === undefined) return table.dated
  if (!table.series || row.state === 'coming') return false
  return table.columns.some((column) => column.dated && column.name in changed)
}

export interface Difference {
  name: string
  title: string
  before: string
  after: string
}

/** The lines of a change, column by column, as words. */
export function differences(table: TableDetail, past: Pick<TablePast, 'before' | 'after' | 'changed'>, language: string, text = (column: TableColumn | undefined, value: unknown): string => plainText(column, value, language)): Difference[] {
  const names = past.changed.length ? past.changed : Object.keys(past.after)
  return names.map((name) => {
    const column = table.columns.find((one) => one.name === name)
    const show = (value: unknown): string => text(column, value)
    return { name, title: column ? said(column.words, language) : name, before: show(past.before[name]), after: show(past.after[name]) }
  })
}

/** A value as plain words; references show their key until the page knows their name. */
export function plainText(column: TableColumn | undefined, value: unknown, language: string): string {
  if (value === null || value === undefined || value === '') return '–'
  const choice = column?.choices.find((one) => one.value === String(value))
  if (choice) return said(choice.words, language)
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The tables under the heads of their groups, in the server's order. */
export function grouped<T extends { group: TableWords }>(tables: T[]): { group: TableWords; tables: T[] }[] {
  const groups: { group: TableWords; tables: T[] }[] = []
  for (const table of tables) {
    const known = groups.find(({ group }) => group.zh === table.group.zh)
    if (known) known.tables.push(table)
    else groups.push({ group: table.group, tables: [table] })
  }
  return groups
}

/** Today in the city, as a date field writes it. */
export const cityToday = (now = new Date()): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now)
