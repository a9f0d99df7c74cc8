import type { CaseRow, GridAround, GridPlan, Page } from '@chengmai/api'
import { contains, type Corner } from '@chengmai/map'
import { api } from '../../shared/client'

export const readAround = (code: string, signal: AbortSignal): Promise<GridAround> => api.get(`/city/grids/${code}/around`, { signal })
export const previewSplit = (code: string, line: Corner[], signal: AbortSignal): Promise<GridPlan> => api.post(`/city/grids/${code}/split/preview`, { body: { line }, signal })
export const previewMerge = (codes: string[], signal: AbortSignal): Promise<GridPlan> => api.post('/city/grids/merge/preview', { body: { grid_codes: codes }, signal })
export const splitGrid = (code: string, line: Corner[]): Promise<{ codes: string[] }> => api.post(`/city/grids/${code}/split`, { body: { line } })
export const mergeGrids = (codes: string[]): Promise<{ codes: string[] }> => api.post('/city/grids/merge', { body: { grid_codes: codes } })
export async function openCases(codes: readonly string[], signal: AbortSignal): Promise<CaseRow[]> {
  const pages = await Promise.all(codes.map((code) => api.get<Page<CaseRow>>('/cases', { query: { queue: 'open', grid_code: code, limit: 200 }, signal })))
  return pages.flatMap(({ items }) => items)
}

/** How many of these cases lie on the ground of each part; those without a place belong to none. */
export function casesByPart(cases: readonly Pick<CaseRow, 'lon' | 'lat'>[], parts: GridPlan['parts']): number[] {
  return parts.map(({ shape }) => cases.filter((row) => row.lon !== null && row.lat !== null && contains(shape as never, row.lon, row.lat)).length)
}
