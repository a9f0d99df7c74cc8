import { expect, it } from 'vitest'
import { isNight } from './night'

it.each([
  ['2026-03-05T10:29:00Z', false],
  ['2026-03-05T10:30:00Z', true],
  ['2026-03-05T21:59:00Z', true],
  ['2026-03-05T22:00:00Z', false],
])('at %s night is %s in the city', (at, night) => {
  expect(isNight(new Date(at))).toBe(night)
})
