import type { ComponentDetail, ComponentLine, LayerLine, Look, Page, PublicPlace, Standing } from '@chengmai/api'
import { api } from '../../shared/client'

export const readStanding = (lon: number, lat: number, signal: AbortSignal): Promise<Standing> => api.get('/city/at', { query: { lon, lat }, signal })
export const readPlace = (id: number, signal: AbortSignal): Promise<PublicPlace> => api.get(`/city/places/${id}`, { signal })
export const readComponent = (code: string, signal?: AbortSignal): Promise<ComponentDetail> => api.get(`/city/components/${code}`, signal ? { signal } : {})
export const findComponents = (code: string, signal: AbortSignal): Promise<Page<ComponentLine>> => api.get('/city/components', { query: { code, limit: 6 }, signal })
export const reportState = (code: string, state: string, reason: string): Promise<ComponentDetail> =>
  api.post(`/city/components/${code}/state`, { body: { state, reason } })
export const addPhotos = (code: string, ids: number[]): Promise<ComponentDetail> => api.post(`/city/components/${code}/photos`, { body: { media_ids: ids } })
export const correctPosition = (code: string, lon: number, lat: number, reason: string): Promise<ComponentDetail> =>
  api.put(`/city/components/${code}/position`, { body: { lon, lat, reason } })
export const keepChoice = (layers: Record<string, { shown?: boolean; opacity?: number }>, order: string[]): Promise<unknown> =>
  api.put('/city/map/choice', { body: { layers, order } })
export const listLayers = (signal: AbortSignal): Promise<LayerLine[]> => api.get('/city/layers', { signal })
export const keepLook = (layer: string, look: Look): Promise<LayerLine> => api.put(`/city/layers/${layer}/look`, { body: look })
export const keepRules = (layer: string, rules: { duty: string; organisation_kind: string; visible: boolean }[]): Promise<LayerLine> =>
  api.put(`/city/layers/${layer}/rules`, { body: rules })
