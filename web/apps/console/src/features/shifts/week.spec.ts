import { expect, it } from 'vitest'
import { daysOf, plusDays, shortDay } from './week'

it('crosses months and years', () => {
  expect(daysOf('2026-12-28')).toEqual(['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'])
  expect(plusDays('2026-03-02', -7)).toBe('2026-02-23')
  expect(shortDay('2026-03-02')).toBe('3-2')
})
