import type { CensusChoices, CensusExport, CensusImport, CensusImportWhole, CensusLeft, CensusRow, CensusTarget, ExportJob } from '@chengmai/api'
import type { FeatureCollection } from 'geojson'
import { api } from '../../shared/client'

const at = (id: number, path = ''): string => `/city/census/imports/${id}${path}`

export interface OnMap extends FeatureCollection {
  total: number
  gathered?: boolean
  title?: string
}

export const listTargets = (signal: AbortSignal): Promise<CensusTarget[]> => api.get('/city/census/targets', { signal })
export const listImports = (signal: AbortSignal): Promise<CensusImport[]> => api.get('/city/census/imports', { signal })
export const readImport = (id: number, signal?: AbortSignal): Promise<CensusImportWhole> => api.get(at(id), signal ? { signal } : {})
export const guessChoices = (id: number, layer: string, target: string): Promise<CensusChoices> => api.get(at(id, '/guess'), { query: { layer, target } })
export const readSample = (id: number, layer: string, system: string, swapped: boolean, signal: AbortSignal): Promise<OnMap> =>
  api.get(at(id, '/sample'), { query: { layer, system, swapped: String(swapped) }, signal })
export const checkImport = (id: number, target: string, choices: CensusChoices): Promise<CensusImportWhole> => api.post(at(id, '/check'), { body: { target, choices } })
export function sendPictures(id: number, file: File, key: string, onProgress: (share: number) => void): Promise<CensusImportWhole> {
  const form = new FormData()
  form.append('file', file)
  return api.upload(at(id, '/pictures'), form, { onProgress }, key)
}
export const dropPictures = (id: number): Promise<CensusImportWhole> => api.delete(at(id, '/pictures'))
export const takeImport = (id: number): Promise<CensusImportWhole> => api.post(at(id, '/take'))
export const stopImport = (id: number): Promise<CensusImportWhole> => api.post(at(id, '/cancel'))
export const undoImport = (id: number): Promise<CensusImportWhole> => api.post(at(id, '/undo'))
export const readRows = (id: number, query: { verdict: string; reason: string; q: string; after: number }, signal: AbortSignal): Promise<CensusRow[]> =>
  api.get(at(id, '/rows'), { query: { verdict: query.verdict || undefined, reason: query.reason || undefined, q: query.q || undefined, after: query.after, limit: 60 }, signal })
export const readLeft = (id: number, signal: AbortSignal): Promise<CensusLeft[]> => api.get(at(id, '/left'), { signal })
export const readOnMap = (id: number, box: readonly number[], verdict: string, signal: AbortSignal): Promise<OnMap> =>
  api.get(at(id, '/map'), { query: { bbox: box.join(','), verdict: verdict || undefined }, signal })
export const reportAddress = (id: number, kind: 'xlsx' | 'csv', verdict: string): string => `/api/v1${at(id, `/report.${kind}`)}${verdict ? `?verdict=${verdict}` : ''}`
export const orderExport = (body: CensusExport): Promise<ExportJob> => api.post('/city/census/exports', { body })
export const listExports = (signal: AbortSignal): Promise<ExportJob[]> => api.get('/exports', { signal })
export const dropExport = (id: number): Promise<ExportJob> => api.delete(`/exports/${id}`)
export const exportAddress = (id: number): string => `/api/v1/exports/${id}/file`

export function sendFile(file: File, key: string, onProgress: (share: number) => void): Promise<CensusImport> {
  const form = new FormData()
  form.append('file', file)
  return api.upload('/city/census/imports', form, { onProgress }, key)
}
