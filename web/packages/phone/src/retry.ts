/** The pause in milliseconds before the n-th further try: doubling from two seconds to two minutes. */
export function pauseBeforeTry(tries: number): number {
  return Math.min(120_000, 2_000 * 2 ** Math.max(0, tries - 1))
}

/** Whether a refusal may pass by itself: no network, too busy, the server's own trouble. */
export function mayPass(status: number, code = ''): boolean {
  return status === 0 || status === 408 || status === 425 || status === 429 || status >= 500 || code === 'kernel.idempotency_in_progress'
}
