import type { Page } from '@chengmai/api'
import { api } from '../../shared/client'

export type Kind = 'copy' | 'correct' | 'erase' | 'explain'
export interface DataRequest { id: number; kind: Kind; state: string; contact_id: number | null; words: string | null; asked_at: string; due_at: string; answer: string; answered_at: string | null; waiting_for: string[] }
export interface FoundPerson { contact_id: number; name: string; phone: string }
export interface About {
  contacts: { name: string; phone: string }[]
  reports: { tracking_no: string; case_no: string; at: string; text: string; is_open: boolean; photos: string[] }[]
  ratings: { tracking_no: string; score: number; words: string; at: string }[]
  consents: { notice__version: string; at: string }[]
  readings: { at: string; what: string; who: string; organisation: string; reason: string }[]
}

export const listRequests = (state: string, after: string | null, signal?: AbortSignal): Promise<Page<DataRequest>> => api.get('/privacy/requests', { query: { state: state === 'all' ? null : state, after }, ...(signal && { signal }) })
/** The search itself is kept, whether it finds somebody or not. */
export const findPerson = (phone: string, reason: string): Promise<FoundPerson> => api.post('/privacy/people', { body: { phone, reason } })
export const keepRequest = (kind: Kind, contactId: number, words: string): Promise<DataRequest> => api.post('/privacy/requests', { body: { kind, contact_id: contactId, words } })
export const readCopy = (id: number, signal?: AbortSignal): Promise<About> => api.get(`/privacy/requests/${id}/copy`, signal ? { signal } : {})
export const answerRequest = (id: number, carryOut: boolean, words: string): Promise<DataRequest> => api.post(`/privacy/requests/${id}/answer`, { body: { carry_out: carryOut, words } })
