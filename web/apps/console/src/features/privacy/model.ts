import type { LampState } from '@chengmai/kit'
import type { DataRequest } from './api'

export const KINDS = ['copy', 'correct', 'erase', 'explain'] as const
export const STATES = ['open', 'waiting', 'done', 'refused', 'all'] as const
const LAST_PART = 0.2

export const isOpen = (request: Pick<DataRequest, 'state'>): boolean => request.state === 'open' || request.state === 'waiting'

/** How a request stands against its day: yellow in the last fifth of its term, red after it. */
export function lampOf(request: Pick<DataRequest, 'state' | 'asked_at' | 'due_at'>, now: Date): LampState {
  if (!isOpen(request)) return 'none'
  const asked = Date.parse(request.asked_at)
  const due = Date.parse(request.due_at)
  if (now.getTime() > due) return 'overdue'
  if (request.state === 'waiting') return 'suspended'
  return now.getTime() > due - (due - asked) * LAST_PART ? 'due_soon' : 'in_time'
}
