import { api } from '../../shared/client'
import type { CitizenReceipt } from '../report/api'

export interface Nearby {
  case_ref: string
  class_name: string | null
  text: string
  metres: number
  at: string
  lon: number
  lat: number
  supporters: number
  thumbnail_url: string | null
}

export const NEAR_METRES = 1000

export const listNearby = (at: { lon: number; lat: number }, signal?: AbortSignal): Promise<Nearby[]> =>
  api.get('/citizen/nearby', { query: { lon: at.lon, lat: at.lat, metres: NEAR_METRES }, ...(signal ? { signal } : {}) })
export const sayMeToo = (ref: string, body: { text: string; notice_version: string }, idempotencyKey: string): Promise<CitizenReceipt> =>
  api.post(`/citizen/nearby/${encodeURIComponent(ref)}/me-too`, { body, idempotencyKey })
export const cityMap = (): Promise<{ centre: [number, number] }> => api.get('/city/map')
