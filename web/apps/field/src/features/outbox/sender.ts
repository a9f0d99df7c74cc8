import { Problem } from '@chengmai/api'
import { afterFailure, bodyOf, nextToSend, type Item, type Trouble, type WaitingPhoto } from './model'

/** Where things wait. */
export interface Shelf {
  all: () => Promise<Item[]>
  put: (item: Item) => Promise<void>
  drop: (id: number) => Promise<void>
}

/** How things go out. Both are harmless when repeated with the same key. */
export interface Wire {
  photo: (photo: WaitingPhoto) => Promise<number>
  post: (path: string, body: Record<string, unknown>, key: string) => Promise<unknown>
}

/** Send what waits, one after the other, until nothing is left or the network says no. How many went out. */
export async function drain(shelf: Shelf, wire: Wire, personId: number, clock: () => number): Promise<number> {
  for (let sent = 0; ; sent += 1) {
    const item = nextToSend(await shelf.all(), personId, clock())
    if (item === null) return sent
    const trouble = await sendOne(item, shelf, wire)
    if (trouble === null) {
      await shelf.drop(item.id)
      continue
    }
    await shelf.put(afterFailure(item, trouble, clock()))
    sent -= 1
  }
}

/** Photos first, each remembered as soon as the server has it; then the move. Null when it arrived. */
async function sendOne(item: Item, shelf: Shelf, wire: Wire): Promise<Trouble | null> {
  try {
    for (const photo of item.photos) {
      if (photo.media_id !== null) continue
      photo.media_id = await wire.photo(photo)
      await shelf.put(item)
    }
    await wire.post(item.path, bodyOf(item), item.key)
    return null
  } catch (reason) {
    return troubleOf(reason)
  }
}

export function troubleOf(reason: unknown): Trouble {
  if (reason instanceof Problem) {
    return { status: reason.status, code: reason.code, detail: reason.detail, facts: { ...reason.facts }, requestId: reason.requestId }
  }
  return { status: 0, code: 'network.down', detail: String(reason), facts: {}, requestId: '' }
}
