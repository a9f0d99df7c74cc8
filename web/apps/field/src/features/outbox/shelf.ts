import { readAll, remove, write } from '../../shared/db'
import type { Item } from './model'
import type { Shelf } from './sender'

/** The shelf on the phone: it outlives reloads, restarts and signing out. */
export const shelf: Shelf & { add: (item: Omit<Item, 'id'>) => Promise<void> } = {
  all: () => readAll<Item>('outbox'),
  put: async (item) => void (await write('outbox', item)),
  drop: async (id) => void (await remove('outbox', id)),
  add: async (item) => void (await write('outbox', item)),
}
