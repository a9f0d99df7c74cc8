import { Client } from '@chengmai/api'

/** The phone's one door to the back end. */
export const api = new Client('field')

const PATIENCE = 20_000

/** A signal that gives up after a while: a dying network must not hold a screen. */
export function patience(milliseconds = PATIENCE): AbortSignal {
  return AbortSignal.timeout(milliseconds)
}

/** Whether a request failed because the network did, and not because the server said no. */
export function isUnreachable(reason: unknown): boolean {
  if (reason instanceof DOMException) return reason.name === 'TimeoutError' || reason.name === 'AbortError'
  return typeof reason === 'object' && reason !== null && 'status' in reason && (reason.status === 0 || reason.status === 502 || reason.status === 503 || reason.status === 504)
}
