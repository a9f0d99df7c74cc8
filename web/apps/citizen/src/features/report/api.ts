import { Problem, type AddressLine, type GridPlace, type MatterClass, type Media, type NearAddress } from '@chengmai/api'
import { api } from '../../shared/client'
import { ensureDevice } from '../../shared/device'
import type { ReportBody } from './draft'

export interface CitizenReceipt {
  tracking_no: string
  case_no: string
  state: string
}

export async function sendReport(body: ReportBody, idempotencyKey: string): Promise<CitizenReceipt> {
  await ensureDevice()
  return api.post('/citizen/reports', { body, idempotencyKey })
}

export async function sendMedia(file: Blob, name: string, key: string, signal: AbortSignal, onProgress: (share: number) => void): Promise<Media> {
  await ensureDevice()
  const form = new FormData()
  form.append('file', file, name)
  return api.upload<Media>('/media', form, { signal, onProgress }, key)
}

/** Where a point is; `outside` when the city does not reach there; null when that cannot be said now. */
export async function locate(lon: number, lat: number, signal: AbortSignal): Promise<GridPlace | 'outside' | null> {
  try {
    return await api.get<GridPlace>('/city/locate', { query: { lon, lat }, signal })
  } catch (reason) {
    const said = reason instanceof Problem && (reason.status === 422 || reason.code.startsWith('city.'))
    return said ? 'outside' : null
  }
}

/** Words for a point; empty when they cannot be had now. */
export async function addressAt(lon: number, lat: number, signal: AbortSignal): Promise<string> {
  const found = await api.get<NearAddress>('/city/addresses/reverse', { query: { lon, lat }, signal }).catch(() => null)
  return found?.text ?? ''
}

/** Where a typed address may be; none when that cannot be said now. */
export async function suggestAddresses(q: string, signal: AbortSignal): Promise<AddressLine[]> {
  return api.get<AddressLine[]>('/city/addresses/suggest', { query: { q, limit: 5 }, signal }).catch(() => [])
}

let classes: Promise<MatterClass[]> | undefined

/** The classes to suggest from; none when they cannot be had: they are only a convenience. */
export function listClasses(): Promise<MatterClass[]> {
  classes ??= api.get<MatterClass[]>('/city/classes').catch(() => {
    classes = undefined
    return []
  })
  return classes
}
