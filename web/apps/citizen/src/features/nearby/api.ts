import { api } from '../../shared/client'
import { ensureDevice } from '../../shared/device'
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
  mine: boolean
}

export const NEAR_METRES = 1000

export const listNearby = (at: { lon: number; lat: number }, signal?: AbortSignal): Promise<Nearby[]> =>
  api.get('/citizen/nearby', { query: { lon: at.lon, lat: at.lat, metres: NEAR_METRES }, ...(signal ? { signal } : {}) })
export async function sayMeToo(ref: string, body: { text: string; notice_version: string }, idempotencyKey: string): Promise<CitizenReceipt> {
  await ensureDevice()
  return api.post(`/citizen/nearby/${encodeURIComponent(ref)}/me-too`, { body, idempotencyKey })
}
export const cityMap = (): Promise<{ centre: [number, number] }> => api.get('/city/map')
