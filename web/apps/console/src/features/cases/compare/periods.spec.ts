import { expect, it } from 'vitest'
import { comparison, dayOf, daysIn, nameOf, periodAt } from './periods'

it('knows the city’s day of a moment', () => {
  expect(dayOf(new Date('2026-11-22T16:30:00Z'))).toBe('2026-11-23')
})

it('cuts weeks from Monday, months, quarters and years', () => {
  expect(periodAt('week', '2026-11-22')).toEqual({ since: '2026-11-16', until: '2026-11-23' })
  expect(periodAt('month', '2026-01-31', 1)).toEqual({ since: '2025-12-01', until: '2026-01-01' })
  expect(periodAt('quarter', '2026-02-10', 1)).toEqual({ since: '2025-10-01', until: '2026-01-01' })
  expect(periodAt('year', '2026-11-22', 2)).toEqual({ since: '2024-01-01', until: '2025-01-01' })
})

it('compares a running period with as many days of the one before', () => {
  const { now, before, partial } = comparison('month', 0, 'previous', '2026-11-22')
  expect(now).toEqual({ since: '2026-11-01', until: '2026-11-23' })
  expect(before).toEqual({ since: '2026-10-01', until: '2026-10-23' })
  expect([partial, daysIn(now)]).toEqual([true, 22])
})

it('compares a whole period whole, also with the same of last year', () => {
  expect(comparison('month', 1, 'last_year', '2026-03-15')).toEqual({ now: { since: '2026-02-01', until: '2026-03-01' }, before: { since: '2025-02-01', until: '2025-03-01' }, partial: false })
  expect(comparison('quarter', 1, 'previous', '2026-05-01').before).toEqual({ since: '2025-10-01', until: '2026-01-01' })
})

it('keeps Mondays on Mondays when weeks are compared over a year', () => {
  expect(comparison('week', 1, 'last_year', '2026-11-22').before).toEqual({ since: '2025-11-10', until: '2025-11-17' })
})

it('never reaches beyond the shorter month', () => {
  expect(comparison('month', 0, 'previous', '2026-03-31').before).toEqual({ since: '2026-02-01', until: '2026-03-01' })
})

it('says a period in few signs', () => {
  expect(nameOf('quarter', periodAt('quarter', '2026-11-22'))).toBe('2026 Q4')
  expect(nameOf('week', periodAt('week', '2026-11-22'))).toBe('2026-11-16 – 11-22')
})
