import type { Statistics } from '@chengmai/api'
import { api } from '../../../shared/client'
import type { Period } from './periods'

/** Figures of a period by something, beside those of another. */
export const readStatistics = (by: string, now: Period, before: Period, signal: AbortSignal): Promise<Statistics> =>
  api.get(by === 'source' ? '/cases/statistics/sources' : '/cases/statistics', { query: { by: by === 'source' ? '' : by, since: now.since, until: now.until, compare_since: before.since, compare_until: before.until }, signal })
