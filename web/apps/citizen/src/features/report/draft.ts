import { forget, keep, kept } from '../../shared/kept'

export interface DraftPhoto {
  key: string
  id: number
  kind: 'image' | 'video'
  src: string
}

export interface ReportBody {
  text: string
  lon: number
  lat: number
  address: string
  media_ids: number[]
  class_code: string
  name: string
  phone: string
  notice_version: string
}

/** What somebody is about to report. `key` and `sent` are set by the first try to send and stay until the answer. */
export interface Draft {
  text: string
  place: { lon: number; lat: number; picked: boolean } | null
  class_code: string
  name: string
  phone: string
  photos: DraftPhoto[]
  key: string
  sent: ReportBody | null
}

const NAME = 'chengmai.citizen.draft'

export function emptyDraft(): Draft {
  return { text: '', place: null, class_code: '', name: '', phone: '', photos: [], key: '', sent: null }
}

export function readDraft(): Draft {
  return { ...emptyDraft(), ...kept<Partial<Draft>>(NAME) }
}

export function keepDraft(draft: Draft): void {
  keep(NAME, draft)
}

export function forgetDraft(): void {
  forget(NAME)
}

/** Whether there is anything in it that a person would miss. */
export function isWorthKeeping(draft: Draft): boolean {
  return draft.text.trim() !== '' || draft.photos.length > 0 || draft.sent !== null
}

/** The body to send. The place must be known. */
export function bodyOf(draft: Draft, address: string, noticeVersion: string): ReportBody {
  if (draft.place === null) throw new Error('no place')
  return {
    text: draft.text.trim(),
    lon: draft.place.lon,
    lat: draft.place.lat,
    address,
    media_ids: draft.photos.map((photo) => photo.id),
    class_code: draft.class_code,
    name: draft.name.trim(),
    phone: draft.phone.trim(),
    notice_version: noticeVersion,
  }
}

export type Missing = 'photo' | 'place' | 'phone'

/** What is still missing: a picture or words, a place; a phone number may be absent but not wrong. */
export function missingIn(draft: Draft): Missing | null {
  if (draft.photos.length === 0 && draft.text.trim() === '') return 'photo'
  if (draft.place === null) return 'place'
  const phone = draft.phone.replace(/[\s-]/g, '')
  if (phone !== '' && !/^(1[3-9]\d{9}|0\d{9,11})$/.test(phone)) return 'phone'
  return null
}
