import type { Media } from '@chengmai/api'
import { api } from '../../shared/client'
import { ensureDevice } from '../../shared/device'

export type ReportState = 'submitted' | 'accepted' | 'refused' | 'in_progress' | 'done' | 'to_rate' | 'rated'

export interface StoryStep {
  at: string
  title: string
  words: string
  unit: string | null
  media: Media[]
}

export interface CitizenReport {
  tracking_no: string
  case_no: string
  state: ReportState
  text: string
  at: string
  lon: number | null
  lat: number | null
  address: string
  class_name: string | null
  steps: StoryStep[]
  next_step: { words: string; by: string | null } | null
  photos: { before: Media[]; after: Media[] }
  rating: { score: number; words: string } | null
  can_rate: boolean
  can_object: boolean
}

export const myReports = (signal?: AbortSignal): Promise<CitizenReport[]> => api.get('/citizen/reports', signal ? { signal } : {})
export const readReport = (tracking: string, signal?: AbortSignal): Promise<CitizenReport> =>
  api.get(`/citizen/reports/${encodeURIComponent(tracking)}`, signal ? { signal } : {})
export async function rateReport(tracking: string, body: { score: number; words: string; reopen: boolean }, idempotencyKey: string): Promise<CitizenReport> {
  await ensureDevice()
  return api.post(`/citizen/reports/${encodeURIComponent(tracking)}/rating`, { body, idempotencyKey })
}
