import type { Media } from '@chengmai/api'
import { computed, shallowRef, type ComputedRef, type Ref } from 'vue'
import { api, patience } from '../../shared/client'
import { useSession } from '../identity/session'
import { freshItem, nextTryAt, onNewPage, tally, type Item, type NewItem, type Tally } from './model'
import { drain, type Wire } from './sender'
import { shelf } from './shelf'

const UPLOAD_PATIENCE = 120_000
const items = shallowRef<Item[]>([])
const sending = shallowRef(false)
const sentCount = shallowRef(0)
const online = shallowRef(navigator.onLine)
let timer: ReturnType<typeof setTimeout> | undefined
let started = false

const wire: Wire = {
  photo: async (photo) => {
    const form = new FormData()
    form.append('file', new Blob([photo.bytes], { type: photo.type }), `${photo.key}.jpg`)
    return (await api.post<Media>('/media', { body: form, idempotencyKey: photo.key, signal: patience(UPLOAD_PATIENCE) })).id
  },
  post: (path, body, idempotencyKey) => api.post(path, { body, idempotencyKey, signal: patience() }),
}

async function refresh(): Promise<void> {
  items.value = await shelf.all()
}

/** One at a time, over all open pages of this phone. */
async function alone(act: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return act()
  await navigator.locks.request('chengmai.outbox', { ifAvailable: true }, (lock) => (lock === null ? undefined : act()))
}

async function flush(): Promise<void> {
  const me = useSession().me.value
  clearTimeout(timer)
  if (me === undefined || sending.value) return
  sending.value = true
  try {
    await alone(async () => {
      const watched = { ...shelf, put: async (item: Item) => shelf.put(item).then(refresh), drop: async (id: number) => shelf.drop(id).then(refresh) }
      sentCount.value += Math.max(0, await drain(watched, wire, me.id, Date.now))
    })
  } finally {
    sending.value = false
    await refresh()
    plan(me.id)
  }
}

function plan(personId: number): void {
  const at = nextTryAt(items.value, personId)
  if (at !== null) timer = setTimeout(() => void flush(), Math.max(1_000, at - Date.now()))
}

function start(): void {
  started = true
  void refresh()
  window.addEventListener('online', () => {
    online.value = true
    void hurry()
  })
  window.addEventListener('offline', () => (online.value = false))
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void flush())
}

/** The network is back, or the person asks: what waits is tried at once. */
async function hurry(): Promise<void> {
  for (const item of await shelf.all()) if (item.state === 'waiting' && item.next_at > 0) await shelf.put({ ...item, next_at: 0 })
  await flush()
}

export interface Outbox {
  items: ComputedRef<Item[]>
  tally: ComputedRef<Tally>
  sending: Ref<boolean>
  online: Ref<boolean>
  /** Grows with every thing that arrived: lists read themselves again. */
  sentCount: Ref<number>
  add: (item: NewItem) => Promise<void>
  again: (item: Item, version: number | null) => Promise<void>
  drop: (id: number) => Promise<void>
  hurry: () => Promise<void>
}

/** What waits to be sent from this phone, shared by all pages. */
export function useOutbox(): Outbox {
  if (!started) start()
  const { me } = useSession()
  return {
    items: computed(() => items.value.filter((item) => item.person_id === me.value?.id)),
    tally: computed(() => tally(items.value, me.value?.id ?? 0)),
    sending,
    online,
    sentCount,
    add: async (item) => {
      await shelf.add(freshItem(item, new Date()))
      await refresh()
      void flush()
    },
    again: async (item, version) => {
      await shelf.put(version === null ? { ...item, state: 'waiting', next_at: 0, trouble: null } : onNewPage(item, version))
      await refresh()
      void flush()
    },
    drop: async (id) => {
      await shelf.drop(id)
      await refresh()
      void flush()
    },
    hurry,
  }
}
