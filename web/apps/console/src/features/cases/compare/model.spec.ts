import { expect, it } from 'vitest'
import { figureOf, largest, listBehind, moodOf, twoLines } from './model'

const row = (key: string, now: number, before: number) => ({
  key, name: key, compare_key: key, counts: { reported: now, overtime: now }, rates: { in_time_rate: 0.8 },
  compare: { counts: { reported: before, overtime: before }, rates: { in_time_rate: 0.9 }, change: { reported: before ? (now - before) / before : null } },
})

it('says a change of a count as a number and a share, of a rate in points', () => {
  expect(figureOf(row('a', 12, 10), 'reported')).toEqual({ now: 12, before: 10, by: 2, share: 0.2 })
  expect(figureOf(row('a', 1, 0), 'reported').share).toBeNull()
  const rate = figureOf(row('a', 1, 1), 'in_time_rate')
  expect([rate.share, rate.by?.toFixed(2)]).toEqual([null, '-0.10'])
  expect(figureOf({ ...row('a', 1, 1), rates: {} }, 'in_time_rate').by).toBeNull()
})

it('calls more time-outs unwelcome, a better rate welcome and more cases neither', () => {
  expect([moodOf('overtime', 3), moodOf('overtime', -3), moodOf('in_time_rate', 0.1), moodOf('reported', 9), moodOf('overtime', 0)]).toEqual(['bad', 'good', 'good', 'plain', 'plain'])
})

it('charts the largest rows of either period', () => {
  expect(largest([row('a', 1, 0), row('b', 0, 9), row('c', 0, 0), row('d', 4, 1)], 'reported', 2).map(({ key }) => key)).toEqual(['b', 'd'])
})

it('leads to the cases behind a figure, with the last day included', () => {
  const period = { since: '2026-11-01', until: '2026-11-23' }
  expect(listBehind('district', '130302', period)).toEqual({ name: 'desk', query: { queue: 'all', since: '2026-11-01', until: '2026-11-22', area: '130302' } })
  expect(listBehind('source', 'hotline', period)).toMatchObject({ query: { source: 'hotline' } })
  expect(listBehind('class', '', period)).toMatchObject({ query: { queue: 'all' } })
})

it('lays two periods over each other by their order', () => {
  const found = { since: '', until: '', by: 'day', pending_days: 0, total: row('', 0, 0), rows: [row('2026-11-01', 3, 2), row('2026-11-02', 1, 5)] }
  expect(twoLines(found, 'reported')).toEqual({ labels: ['2026-11-01', '2026-11-02'], now: [3, 1], before: [2, 5] })
})
