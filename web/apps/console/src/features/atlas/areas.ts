import type { AreaCheck, AreaKind, ManagedArea, ManagedAreaShape, Page } from '@chengmai/api'
import type { FeatureCollection } from 'geojson'
import { api } from '../../shared/client'

export interface AreaForm {
  kind: string
  code: string
  name: string
  level: string
  organisation_id: number | null
  party: string
  source: string
  valid_from: string
}

export const listKinds = (signal: AbortSignal): Promise<AreaKind[]> => api.get('/city/area-kinds', { signal })
export const listAreas = (kind: string, after: string, signal: AbortSignal): Promise<Page<ManagedArea>> => api.get('/city/areas', { query: { kind, after: after || undefined, limit: 100 }, signal })
export const readArea = (id: number, signal?: AbortSignal): Promise<ManagedAreaShape> => api.get(`/city/areas/${id}`, signal ? { signal } : {})
export const listVersions = (id: number, signal: AbortSignal): Promise<ManagedArea[]> => api.get(`/city/areas/${id}/versions`, { signal })
export const listShapes = (kind: string, box: readonly number[], signal: AbortSignal): Promise<FeatureCollection> => api.get('/city/areas/shapes', { query: { kind, bbox: box.join(',') }, signal })
export const checkShape = (kind: string, code: string, shape: string, signal: AbortSignal): Promise<AreaCheck> => api.post('/city/areas/check', { body: { kind, code, shape }, signal })
export const saveArea = (form: AreaForm, shape: string): Promise<{ id: number }> => api.post('/city/areas', { body: { ...form, shape } })
export const endArea = (id: number): Promise<unknown> => api.delete(`/city/areas/${id}`)

export const emptyForm = (kind: string, day: string): AreaForm => ({ kind, code: '', name: '', level: '', organisation_id: null, party: '', source: '', valid_from: day })

/** What an area still lacks, as keys of words. */
export function lacking(form: AreaForm, corners: number): string[] {
  return [form.code.trim() ? '' : 'code', form.name.trim() ? '' : 'name', form.organisation_id !== null || form.party.trim() ? '' : 'who', corners >= 3 ? '' : 'shape'].filter(Boolean)
}
