import type { Beginning, Page, TableDetail, TableLine, TablePast, TablePick, TablePreview, TableRow, TableSheet } from '@chengmai/api'
import { api } from '../../shared/client'
import type { Values } from './model'

export interface Ask {
  doing: 'add' | 'change' | 'end' | 'reinstate' | 'withdraw'
  pk?: string
  values?: Values
  version?: string
  on?: string
  reason: string
}

const at = (table: string, path = ''): string => `/tables/${encodeURIComponent(table)}${path}`
const atRow = (table: string, pk: string, path = ''): string => at(table, `/row/${encodeURIComponent(pk)}${path}`)

export const listTables = (signal?: AbortSignal): Promise<TableLine[]> => api.get('/tables', signal ? { signal } : {})
export const readBeginning = (signal: AbortSignal): Promise<Beginning> => api.get('/tables/beginning', { signal })
export const readTable = (table: string, signal: AbortSignal): Promise<TableDetail> => api.get(at(table), { signal })
export const listRows = (table: string, query: { q: string; state: string; sort: string; after: string | null }, signal: AbortSignal): Promise<Page<TableRow>> =>
  api.get(at(table, '/rows'), { query: { q: query.q, sort: query.sort, state: query.state || undefined, after: query.after ?? undefined, limit: 60 }, signal })
export const pickRows = (table: string, q: string, signal: AbortSignal): Promise<TablePick[]> => api.get(at(table, '/choices'), { query: { q }, signal })
export const readRow = (table: string, pk: string): Promise<TableRow> => api.get(atRow(table, pk))
export const previewChange = (table: string, ask: Ask): Promise<TablePreview> => api.post(at(table, '/preview'), { body: ask })
export const takeChange = (table: string, ask: Ask, idempotencyKey: string): Promise<TableRow> => api.post(at(table, '/rows'), { body: ask, idempotencyKey })
export const readHistory = (table: string, pk: string, signal: AbortSignal): Promise<TablePast[]> => api.get(atRow(table, pk, '/history'), { signal })
export const restoreRow = (table: string, pk: string, body: { entry: number; version: string; reason: string; on?: string }): Promise<TableRow> => api.post(atRow(table, pk, '/restore'), { body })

/** Where the workbook of a table is. */
export const sheetAddress = (table: string): string => `/api/v1${at(table, '/sheet')}`
export function sendSheet(table: string, file: File, take: boolean, reason: string): Promise<TableSheet> {
  const body = new FormData()
  body.append('file', file)
  body.append('take', String(take))
  body.append('reason', reason)
  return api.post(at(table, '/sheet'), { body })
}
