import { expect, it } from 'vitest'
import { pointsOf, viewOf } from './points'
import { makeCase } from './case-maker'

const at = (lon: number | null, lat: number | null): { lon: number | null; lat: number | null } => ({ lon, lat })

it('opens the map on the cases that have a place', () => {
  const view = viewOf([at(119.5, 39.8), at(119.7, 40), at(null, null)], 1290, 716)
  expect(view?.centre[0]).toBeCloseTo(119.6)
  expect(view?.centre[1]).toBeCloseTo(39.9)
  expect(view?.zoom).toBeGreaterThan(9)
  expect(view?.zoom).toBeLessThan(13)
})

it('does not let one far case push the others out of sight', () => {
  const near = Array.from({ length: 40 }, (_, n) => at(119.6 + n / 10_000, 39.9))
  expect(viewOf([...near, at(121, 41)], 400, 700)?.centre[0]).toBeCloseTo(119.602, 2)
})

it('comes no closer than a few streets for a single case, and leaves the start to the city without any', () => {
  expect(viewOf([at(119.6, 39.9)], 400, 700)).toEqual({ centre: [119.6, 39.9], zoom: 15 })
  expect(viewOf([at(null, null)], 400, 700)).toBeUndefined()
})

it('draws no point for a case without a place', () => {
  expect(pointsOf([makeCase(), makeCase({ lon: null, lat: null })]).features).toHaveLength(1)
})
