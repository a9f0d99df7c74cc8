import { api } from './client'

let known: Promise<void> | undefined

/**
 * Make sure that the server knows this phone before anything is sent: photos and reports belong to the phone, and a
 * repeated sending is recognised by phone and key. Throws when the server cannot be reached.
 */
export function ensureDevice(): Promise<void> {
  known ??= api.get('/citizen/reports').then(
    () => undefined,
    (reason: unknown) => {
      known = undefined
      throw reason
    },
  )
  return known
}
