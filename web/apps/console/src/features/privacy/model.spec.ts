import { expect, it } from 'vitest'
import { lampOf } from './model'

const request = (state: string) => ({ state, asked_at: '2026-03-01T00:00:00Z', due_at: '2026-03-11T00:00:00Z' })
const at = (day: string): Date => new Date(`${day}T00:00:00Z`)

it('turns yellow in the last fifth of the term and red after it', () => {
  expect(['2026-03-05', '2026-03-10', '2026-03-12'].map((day) => lampOf(request('open'), at(day)))).toEqual(['in_time', 'due_soon', 'overdue'])
})

it('has no lamp once it is answered, and rests while cases are open', () => {
  expect([lampOf(request('done'), at('2026-03-12')), lampOf(request('waiting'), at('2026-03-10'))]).toEqual(['none', 'suspended'])
})
