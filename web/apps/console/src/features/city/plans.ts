import type { PlannedChange } from '@chengmai/api'
import { api } from '../../shared/client'

export const listPlans = (kinds: string[], signal: AbortSignal): Promise<PlannedChange[]> => api.get('/city/plans', { query: { kind: kinds.join(',') }, signal })
export const planChange = (on: string, change: Record<string, unknown>): Promise<{ id: number }> => api.post('/city/plans', { body: { on, ...change } })
export const givePlanUp = (id: number): Promise<unknown> => api.delete(`/city/plans/${id}`)

/** The day in this city, as forms write it. */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now)
}
