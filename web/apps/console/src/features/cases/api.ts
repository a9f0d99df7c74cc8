import type { CaseDetail, CaseRow, Media, Page, QueueCount, Receipt, TimelineEntry } from '@chengmai/api'
import { api } from '../../shared/client'
import { wireOf, type CaseFilters } from './filters'

/** A page of cases; `complete` is false where words are too common to ask every case for them. */
export type CasePage = Page<CaseRow> & { complete?: boolean }
export const listCases = (filters: CaseFilters, after: string | null, limit: number, signal: AbortSignal): Promise<CasePage> =>
  api.get('/cases', { query: { ...wireOf(filters), after, limit }, signal })
export const countCases = (filters: CaseFilters, signal: AbortSignal): Promise<{ value: number; exact: boolean }> =>
  api.get('/cases/count', { query: wireOf(filters), signal })
export const countQueues = (signal: AbortSignal): Promise<QueueCount[]> => api.get('/cases/queues', { signal })
export const readCase = (id: number, signal?: AbortSignal): Promise<CaseDetail> => api.get(`/cases/${id}`, signal ? { signal } : {})
export const readTimeline = (id: number, signal: AbortSignal): Promise<TimelineEntry[]> => api.get(`/cases/${id}/timeline`, { signal })
export const moveCase = (id: number, body: Record<string, unknown>, idempotencyKey: string): Promise<CaseDetail> =>
  api.post(`/cases/${id}/moves`, { body, idempotencyKey })
export const reportCase = (body: Record<string, unknown>, idempotencyKey: string): Promise<Receipt> => api.post('/cases', { body, idempotencyKey })

/** What the masks of a report hide; who asked and why is kept. */
export const revealReport = (id: number, report: number, reason: string): Promise<{ name: string; phone: string; text: string }> =>
  api.post(`/cases/${id}/reports/${report}/reveal`, { body: { reason } })

/** Send one file and hear how far it is. */
export function sendMedia(file: File, key: string, signal: AbortSignal, onProgress: (share: number) => void): Promise<Media> {
  const form = new FormData()
  form.append('file', file)
  return api.upload<Media>('/media', form, { signal, onProgress }, key)
}
