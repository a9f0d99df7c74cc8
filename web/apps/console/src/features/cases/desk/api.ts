import type { BulkCheck, BulkItem, BulkJob, CodeCheck, DeskInfo, ExportJob, Phrase, SavedView, ViewDraft } from '@chengmai/api'
import { api } from '../../../shared/client'
import { wireOf, type CaseFilters } from '../filters'
import type { ShownColumn } from './columns'

export const readDesk = (): Promise<DeskInfo> => api.get('/cases/desk')
export const listViews = (): Promise<SavedView[]> => api.get('/cases/views')
export const saveView = (id: number | null, body: ViewDraft, key: string): Promise<SavedView> =>
  id === null ? api.post('/cases/views', { body, idempotencyKey: key }) : api.put(`/cases/views/${id}`, { body })
export const deleteView = (id: number): Promise<void> => api.delete(`/cases/views/${id}`)
export const chooseFirst = (id: number | null): Promise<void> => api.put('/cases/views/first', { body: { view_id: id } })

export const listPhrases = (): Promise<Phrase[]> => api.get('/cases/phrases')
export const savePhrase = (id: number | null, text: string, move: string, key: string): Promise<Phrase> =>
  id === null ? api.post('/cases/phrases', { body: { text, move }, idempotencyKey: key }) : api.put(`/cases/phrases/${id}`, { body: { text, move } })
export const deletePhrase = (id: number): Promise<void> => api.delete(`/cases/phrases/${id}`)
export const notePhrase = (id: number): Promise<void> => api.post(`/cases/phrases/${id}/uses`)

export const checkBulk = (ids: number[], signal: AbortSignal): Promise<BulkCheck> => api.post('/cases/bulk/check', { body: { case_ids: ids }, signal })
export const startBulk = (body: Record<string, unknown>, key: string): Promise<BulkJob> => api.post('/cases/bulk', { body, idempotencyKey: key })
export const readBulk = (id: number, signal: AbortSignal): Promise<BulkJob> => api.get(`/cases/bulk/${id}`, { signal })
export const readBulkItems = (id: number, signal: AbortSignal): Promise<BulkItem[]> => api.get(`/cases/bulk/${id}/items`, { signal })
export const cancelBulk = (id: number): Promise<BulkJob> => api.post(`/cases/bulk/${id}/cancel`)
export const undoBulk = (id: number, key: string): Promise<BulkJob> => api.post(`/cases/bulk/${id}/undo`, { idempotencyKey: key })

export const orderSheet = (filters: CaseFilters, columns: ShownColumn[], title: string, key: string): Promise<ExportJob> =>
  api.post('/cases/exports', { body: { ...wireOf(filters), columns, title }, idempotencyKey: key })
export const orderFiles = (ids: number[], key: string): Promise<ExportJob> => api.post('/cases/files', { body: { case_ids: ids }, idempotencyKey: key })
export const listExports = (signal?: AbortSignal): Promise<ExportJob[]> => api.get('/exports', signal ? { signal } : {})
export const dropExport = (id: number): Promise<ExportJob> => api.delete(`/exports/${id}`)
export const exportAddress = (id: number): string => `/api/v1/exports/${id}/file`
export const fileAddress = (id: number): string => `/api/v1/cases/${id}/file.pdf`
export const checkCode = (id: number, seq: string, code: string, signal: AbortSignal): Promise<CodeCheck> => api.get(`/cases/${id}/verify`, { query: { seq, code }, signal })
