import type { ImportJob, ImportMapping, ImportRow, Page } from '@chengmai/api'
import { api } from '../../shared/client'

export const listImports = (signal: AbortSignal): Promise<ImportJob[]> => api.get('/cases/imports', { signal })
export const readImport = (id: number, signal?: AbortSignal): Promise<ImportJob> => api.get(`/cases/imports/${id}`, signal ? { signal } : {})
export const cancelImport = (id: number): Promise<ImportJob> => api.post(`/cases/imports/${id}/cancel`)
export const startImport = (id: number, dryRun: boolean, mapping: ImportMapping, key: string): Promise<ImportJob> =>
  api.post(`/cases/imports/${id}/start`, { body: { dry_run: dryRun, mapping }, idempotencyKey: key })
export const readRows = (id: number, state: string, after: string | null, signal: AbortSignal): Promise<Page<ImportRow>> =>
  api.get(`/cases/imports/${id}/rows`, { query: { state, after }, signal })
export const reportAddress = (id: number): string => `/api/v1/cases/imports/${id}/report.xlsx`

export function sendImport(file: File, key: string, onProgress: (share: number) => void): Promise<ImportJob> {
  const form = new FormData()
  form.append('file', file)
  return api.upload('/cases/imports', form, { onProgress }, key)
}
