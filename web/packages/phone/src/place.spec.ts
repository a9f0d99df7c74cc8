import { expect, it } from 'vitest'
import { metresBetween, metresWords } from './place'

it('measures a degree of latitude as 111 km', () => {
  expect(metresBetween({ lon: 119.6, lat: 39 }, { lon: 119.6, lat: 40 })).toBeCloseTo(111_195, -2)
})

it.each([
  [3, '10 m'],
  [84, '80 m'],
  [333, '350 m'],
  [1234, '1.2 km'],
  [23_456, '23 km'],
])('says %d metres as %s', (metres, words) => {
  expect(metresWords(metres)).toBe(words)
})
