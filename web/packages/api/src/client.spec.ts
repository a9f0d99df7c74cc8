import { afterEach, expect, it } from 'vitest'
import { Client, queryOf } from './client'
import { pauseBefore } from './live'
import { Problem } from './problem'

const real = globalThis.fetch
const sent: { url: string; init: RequestInit }[] = []

function answerWith(...answers: Response[]): void {
  sent.length = 0
  globalThis.fetch = async (url, init) => {
    sent.push({ url: String(url), init: init ?? {} })
    return answers.shift() ?? new Response('{}')
  }
}

function refusal(status: number, code: string): Response {
  return new Response(JSON.stringify({ status, code, detail: 'no', facts: { field: 'point' }, request_id: 'r-1' }), { status })
}

afterEach(() => {
  globalThis.fetch = real
})

it('turns a refusal into a problem with its code, facts and number to quote', async () => {
  answerWith(refusal(409, 'case.stale_page'))
  const problem = await new Client('console').get('/cases/1').catch((reason: unknown) => reason)
  expect(problem).toBeInstanceOf(Problem)
  expect(problem).toMatchObject({ status: 409, code: 'case.stale_page', field: 'point', requestId: 'r-1' })
})

it('signs in again once and sends the same request with the same key', async () => {
  answerWith(refusal(401, 'identity.session_expired'), new Response('{"ok":true}'))
  const client = new Client('console')
  client.onSignedOut(async () => true)
  await expect(client.post('/cases', { body: { a: 1 }, idempotencyKey: 'k' })).resolves.toEqual({ ok: true })
  expect(sent.map(({ init }) => (init.headers as Record<string, string>)['Idempotency-Key'])).toEqual(['k', 'k'])
})

it('does not ask for a new session when signing in itself is refused', async () => {
  answerWith(refusal(401, 'identity.wrong_credentials'))
  const client = new Client('console')
  client.onSignedOut(async () => true)
  await expect(client.post('/session', { body: {} })).rejects.toMatchObject({ code: 'identity.wrong_credentials' })
  expect(sent).toHaveLength(1)
})

it('does not ask somebody who has just signed in because of a request from before', async () => {
  answerWith(refusal(401, 'identity.session_expired'), new Response('{"ok":true}'), new Response('{"late":true}'))
  const client = new Client('console')
  const asked: string[] = []
  client.onSignedOut(async () => {
    asked.push('sign in')
    return true
  })
  const early = client.get('/cases')
  await client.post('/session', { body: {} })
  await expect(early).resolves.toEqual({ late: true })
  expect(asked).toEqual([])
})

it('leaves empty filters out of the address', () => {
  expect(queryOf({ queue: 'to_accept', q: '', after: null, limit: 50 })).toBe('?queue=to_accept&limit=50')
})

it('waits longer after each failed try, and at most half a minute', () => {
  expect([1, 2, 3, 9].map(pauseBefore)).toEqual([1000, 2000, 4000, 30000])
})
