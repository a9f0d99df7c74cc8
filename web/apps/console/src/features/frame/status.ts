import type { LiveState } from '@chengmai/api'

export interface Trouble {
  code: string
  level: string
  facts: Record<string, unknown>
}

/** What `GET /api/v1/status` answers. */
export interface PlatformStatus {
  at: string
  writes_taken: boolean
  troubles: Trouble[]
}

export const CALM = 15_000
export const WATCHFUL = 3_000

/** What a person should read now, the worst first: one line for each cause. */
export function troublesOf(status: PlatformStatus | undefined, reached: boolean, live: LiveState): Trouble[] {
  if (!reached) return [{ code: 'unreachable', level: 'severe', facts: {} }]
  const found = [...(status?.troubles ?? [])]
  const known = found.some((one) => one.code === 'process_restarting' || one.code === 'database_unavailable')
  if (live === 'down' && !known) found.push({ code: 'live_reconnecting', level: 'warning', facts: {} })
  return found.sort((a, b) => Number(b.level === 'severe') - Number(a.level === 'severe'))
}

/** Milliseconds until the next look: soon while something is wrong. */
export function pauseAfter(troubles: Trouble[]): number {
  return troubles.length > 0 ? WATCHFUL : CALM
}
