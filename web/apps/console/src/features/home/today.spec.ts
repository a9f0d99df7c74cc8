import type { Today } from '@chengmai/api'
import { expect, it } from 'vitest'
import { figuresOf, hoursOf, rankOf, toCsv } from './today'

const today: Today = {
  reported: 120, registered: 90, dispatched: 88, disposed: 70, closed: 60, open: 300, overdue: 12, on_time_rate: 0.94,
  by_hour: [{ hour: 9, reported: 30, closed: 4 }], by_class: [], by_district: [],
  compare: { reported: 100, closed: 50, overdue: 8, on_time_rate: 0.94 },
}

it('feels more overdue cases as bad news and more closed ones as good', () => {
  const mood = Object.fromEntries(figuresOf(today).map((figure) => [figure.key, figure.mood]))
  expect(mood).toMatchObject({ overdue: 'bad', closed: 'good', reported: 'even', on_time_rate: 'even' })
})

it('shows at most seven figures', () => {
  expect(figuresOf(today)).toHaveLength(7)
})

it('fills the hours in which nothing happened', () => {
  const hours = hoursOf(today)
  expect(hours).toHaveLength(24)
  expect(hours[9]).toEqual({ hour: 9, reported: 30, closed: 4 })
  expect(hours[10]).toEqual({ hour: 10, reported: 0, closed: 0 })
})

it('ranks by count and measures against the largest', () => {
  const ranks = rankOf([{ key: 'a', name: 'A', count: 5 }, { key: 'b', name: 'B', count: 10 }], 5)
  expect(ranks.map(({ key, share }) => [key, share])).toEqual([['b', 1], ['a', 0.5]])
})

it('exports cells that a spreadsheet will not run as formulas', () => {
  expect(toCsv([['=1+1', 'a,b', -3]])).toBe('\uFEFF\'=1+1,"a,b",-3')
})
