import 'fake-indexeddb/auto'
import { Problem } from '@chengmai/api'
import { beforeEach, expect, it } from 'vitest'
import { clear } from '../../shared/db'
import { afterFailure, bodyOf, freshItem, nextToSend, onNewPage, tally, type Item, type NewItem } from './model'
import { drain, type Wire } from './sender'
import { shelf } from './shelf'

const ME = 7
const photo = { key: 'photo-1', slot: 'media_after' as const, bytes: new ArrayBuffer(8), type: 'image/jpeg', media_id: null }

function given(values: Partial<NewItem> = {}): NewItem {
  return { key: 'move-1', person_id: ME, title: 'finish', about: '2026-1', case_id: 1, path: '/cases/1/moves', body: { move: 'finish', version: 3 }, photos: [], ...values }
}

function item(values: Partial<Item>): Item {
  return { ...freshItem(given(), new Date(0)), id: 1, ...values }
}

interface Server extends Wire {
  effects: string[]
  photos: string[]
}

/** A server as ours is: the same key has one effect and one answer. `down` counts answers that get lost. */
function server({ lost = 0, refuse = new Map<string, Problem>() }: { lost?: number; refuse?: Map<string, Problem> } = {}): Server {
  const made: Server = {
    effects: [],
    photos: [],
    photo: ({ key }) => {
      if (!made.photos.includes(key)) made.photos.push(key)
      return Promise.resolve(100 + made.photos.indexOf(key))
    },
    post: (_path, _body, key) => {
      const no = refuse.get(key)
      if (no !== undefined) return Promise.reject(no)
      if (!made.effects.includes(key)) made.effects.push(key)
      lost -= 1
      return lost >= 0 ? Promise.reject(new Problem({ status: 0, code: 'network.down' })) : Promise.resolve({})
    },
  }
  return made
}

beforeEach(() => clear('outbox'))

it('sends in the order in which things were done', async () => {
  const wire = server()
  await shelf.add(freshItem(given({ key: 'first' }), new Date(0)))
  await shelf.add(freshItem(given({ key: 'second', case_id: 2 }), new Date(0)))
  expect(await drain(shelf, wire, ME, () => 0)).toBe(2)
  expect(wire.effects).toEqual(['first', 'second'])
  expect(await shelf.all()).toEqual([])
})

it('has one effect though the answer was lost three times', async () => {
  const wire = server({ lost: 3 })
  let now = 0
  await shelf.add(freshItem(given({ photos: [{ ...photo }] }), new Date(0)))
  while ((await shelf.all()).length > 0 && now < 1e7) {
    await drain(shelf, wire, ME, () => now)
    now += 60_000
  }
  expect([wire.effects, wire.photos]).toEqual([['move-1'], ['photo-1']])
})

it('remembers which photos arrived when the phone dies between two', async () => {
  const wire = server()
  let dead = true
  const dying: Wire = { ...wire, photo: (one) => (one.key === 'photo-2' && dead ? Promise.reject(new Problem({ status: 0 })) : wire.photo(one)) }
  await shelf.add(freshItem(given({ photos: [{ ...photo }, { ...photo, key: 'photo-2' }] }), new Date(0)))
  await drain(shelf, dying, ME, () => 0)
  expect((await shelf.all())[0]?.photos.map((one) => one.media_id)).toEqual([100, null])
  dead = false
  await drain(shelf, dying, ME, () => 60_000)
  expect(wire.photos).toEqual(['photo-1', 'photo-2'])
})

it('keeps a refused thing for a person to see, holds what follows on that case, and sends the rest', async () => {
  const wire = server({ refuse: new Map([['first', new Problem({ status: 409, code: 'case.stale_page', facts: { version: 9 } })]]) })
  await shelf.add(freshItem(given({ key: 'first' }), new Date(0)))
  await shelf.add(freshItem(given({ key: 'second' }), new Date(0)))
  await shelf.add(freshItem(given({ key: 'third', case_id: 2 }), new Date(0)))
  await drain(shelf, wire, ME, () => 0)
  expect(wire.effects).toEqual(['third'])
  const left = await shelf.all()
  expect(left.map((one) => [one.key, one.state])).toEqual([['first', 'trouble'], ['second', 'waiting']])
  expect(tally(left, ME)).toEqual({ waiting: 1, trouble: 1 })
})

it('never sends what another person of this phone made', async () => {
  await shelf.add(freshItem(given({ person_id: 8 }), new Date(0)))
  expect(await drain(shelf, server(), ME, () => 0)).toBe(0)
  expect(await shelf.all()).toHaveLength(1)
})

it('waits longer after each failure, and lets nothing overtake', () => {
  const once = afterFailure(item({}), { status: 503, code: '', detail: '', facts: {}, requestId: '' }, 1000)
  const twice = afterFailure(once, { status: 0, code: '', detail: '', facts: {}, requestId: '' }, 1000)
  expect([once.next_at, twice.next_at]).toEqual([3000, 5000])
  expect(nextToSend([once, item({ id: 2, case_id: 2 })], ME, 2000)).toBeNull()
})

it('waits for a new sign-in instead of giving up', () => {
  expect(afterFailure(item({}), { status: 401, code: 'identity.session_expired', detail: '', facts: {}, requestId: '' }, 0).state).toBe('waiting')
})

it('puts photos where they belong and keeps the key on a new page', () => {
  const made = item({ photos: [{ ...photo, media_id: 5 }, { ...photo, key: 'b', media_id: 6 }] })
  expect(bodyOf(made)).toEqual({ move: 'finish', version: 3, media_after: [5, 6] })
  const again = onNewPage({ ...made, state: 'trouble' }, 9)
  expect([again.key, again.state, again.body.version]).toEqual(['move-1', 'waiting', 9])
})
