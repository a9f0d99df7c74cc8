import { expect, it } from 'vitest'
import { clockOf, dayOf, exactTime, minutesBetween, shortTime, spanOf, workSpanOf } from './time'

const LATE = '2026-03-04T18:05:09Z'

it('shows the city’s day and time whatever zone the machine is in', () => {
  expect(dayOf(LATE)).toBe('2026-03-05')
  expect(clockOf(LATE)).toBe('02:05')
  expect(exactTime(LATE)).toBe('2026-03-05 02:05:09')
})

it('writes only as much of a time as the reader needs', () => {
  expect(shortTime(LATE, new Date('2026-03-05T03:00:00Z'))).toBe('02:05')
  expect(shortTime(LATE, new Date('2026-03-06T03:00:00Z'))).toBe('03-05 02:05')
  expect(shortTime(LATE, new Date('2027-03-06T03:00:00Z'))).toBe('2026-03-05 02:05')
})

it('cuts minutes for reading', () => {
  expect(spanOf(59)).toEqual({ unit: 'minutes', whole: 59, rest: 0 })
  expect(spanOf(125)).toEqual({ unit: 'hours', whole: 2, rest: 5 })
  expect(spanOf(-3000)).toEqual({ unit: 'days', whole: 2, rest: 2 })
  expect(minutesBetween('2026-03-05T00:00:00Z', '2026-03-04T23:30:00Z')).toBe(-30)
})

it('cuts office time by the length of an office day, in the unit of the clock', () => {
  expect(workSpanOf(45, 'wd', 480)).toEqual({ unit: 'minutes', whole: 45, rest: 0 })
  expect(workSpanOf(1500, 'wh', 480)).toEqual({ unit: 'hours', whole: 25, rest: 0 })
  expect(workSpanOf(-1100, 'wd', 480)).toEqual({ unit: 'days', whole: 2, rest: 2 })
  expect(workSpanOf(470, 'wd', 480)).toEqual({ unit: 'hours', whole: 7, rest: 50 })
})
