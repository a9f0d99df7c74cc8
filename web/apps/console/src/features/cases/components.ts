import type { CaseComponent, CaseRow, ComponentLine, Page } from '@chengmai/api'
import { api } from '../../shared/client'
import { metresBetween } from './nearby'

export type NearComponent = CaseComponent['near'][number]
const METRES = 60

export const readComponentOf = (caseId: number, signal: AbortSignal): Promise<CaseComponent> => api.get(`/cases/${caseId}/component`, { signal })
export const nameComponent = (caseId: number, code: string): Promise<CaseComponent> => api.put(`/cases/${caseId}/component`, { body: { component_code: code } })
export const casesAbout = (code: string, signal: AbortSignal): Promise<CaseRow[]> => api.get(`/cases/about/${code}`, { signal })

/** The components of a class around a place, nearest first. */
export async function componentsNear(point: { lon: number; lat: number }, classCode: string, signal: AbortSignal): Promise<NearComponent[]> {
  const lat = METRES / 111_320
  const lon = lat / Math.cos((point.lat * Math.PI) / 180)
  const bbox = [point.lon - lon, point.lat - lat, point.lon + lon, point.lat + lat].map((one) => one.toFixed(6)).join(',')
  const page = await api.get<Page<ComponentLine>>('/city/components', { query: { class_code: classCode, bbox, limit: 100 }, signal })
  return page.items
    .filter((one) => one.class_code === classCode)
    .map((one) => ({ ...one, metres: metresBetween(point, one) }))
    .filter(({ metres }) => metres <= METRES)
    .sort((a, b) => a.metres - b.metres)
}
