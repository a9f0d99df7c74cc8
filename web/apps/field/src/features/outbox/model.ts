import { mayPass, pauseBeforeTry } from '@chengmai/phone'

export type Slot = 'media_before' | 'media_after' | 'media_other' | 'media_ids' | 'media_after_ids'

/** A photo that waits: its bytes, where it belongs in the body, and its number once the server has it. */
export interface WaitingPhoto {
  key: string
  slot: Slot
  bytes: ArrayBuffer
  type: string
  media_id: number | null
}

export interface Trouble {
  status: number
  code: string
  detail: string
  facts: Record<string, unknown>
  requestId: string
}

/** One thing to send: a move or a new report. `key` makes it happen once however often it is sent. */
export interface Item {
  id: number
  key: string
  person_id: number
  made_at: string
  title: string
  about: string
  case_id: number | null
  path: string
  body: Record<string, unknown>
  photos: WaitingPhoto[]
  state: 'waiting' | 'trouble'
  tries: number
  next_at: number
  trouble: Trouble | null
}

export type NewItem = Pick<Item, 'key' | 'person_id' | 'title' | 'about' | 'case_id' | 'path' | 'body' | 'photos'>

export function freshItem(given: NewItem, at: Date): Omit<Item, 'id'> {
  return { ...given, made_at: at.toISOString(), state: 'waiting', tries: 0, next_at: 0, trouble: null }
}

/**
 * What to send now: the oldest of this person's waiting things, in order. What follows a troubled thing on the same
 * case waits for it; nothing overtakes a thing that is to be tried again.
 */
export function nextToSend(items: readonly Item[], personId: number, now: number): Item | null {
  const held = new Set<number>()
  for (const item of [...items].sort((a, b) => a.id - b.id)) {
    if (item.person_id !== personId) continue
    if (item.state === 'trouble') {
      if (item.case_id !== null) held.add(item.case_id)
    } else if (item.case_id === null || !held.has(item.case_id)) return item.next_at <= now ? item : null
  }
  return null
}

/** When something is to be tried again, in milliseconds of the clock; null when nothing waits. */
export function nextTryAt(items: readonly Item[], personId: number): number | null {
  const first = nextToSend(items, personId, Number.POSITIVE_INFINITY)
  return first === null ? null : first.next_at
}

/** The item after a failed try: it waits longer each time, or needs a person's eye; it is never dropped. */
export function afterFailure(item: Item, trouble: Trouble, now: number): Item {
  const passes = mayPass(trouble.status, trouble.code) || trouble.status === 401
  const tries = item.tries + 1
  if (passes) return { ...item, state: 'waiting', tries, next_at: now + pauseBeforeTry(tries), trouble }
  return { ...item, state: 'trouble', tries, trouble }
}

/** The body with the numbers of its photos in their places. */
export function bodyOf(item: Pick<Item, 'body' | 'photos'>): Record<string, unknown> {
  const body: Record<string, unknown> = { ...item.body }
  for (const { slot, media_id } of item.photos) {
    if (media_id !== null) body[slot] = [...((body[slot] as number[] | undefined) ?? []), media_id]
  }
  return body
}

/** The item as it is sent again on the page that the server shows now; its key stays, for it had no effect. */
export function onNewPage(item: Item, version: number): Item {
  return { ...item, body: { ...item.body, version }, state: 'waiting', tries: 0, next_at: 0, trouble: null }
}

export interface Tally {
  waiting: number
  trouble: number
}

export function tally(items: readonly Item[], personId: number): Tally {
  const mine = items.filter((item) => item.person_id === personId)
  return { waiting: mine.filter((item) => item.state === 'waiting').length, trouble: mine.filter((item) => item.state === 'trouble').length }
}
