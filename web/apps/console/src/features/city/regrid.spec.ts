import { describe, expect, it } from 'vitest'
import { casesByPart } from './regrid'

describe('what becomes of open cases', () => {
  it('counts them by the part on whose ground they lie', () => {
    const box = (x: number): Record<string, unknown> => ({ type: 'Polygon', coordinates: [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]]] })
    const parts = [0, 1].map((x) => ({ code: String(x), shape: box(x), area_m2: 1, components: 0 }))
    expect(casesByPart([{ lon: 0.5, lat: 0.5 }, { lon: 1.5, lat: 0.5 }, { lon: 1.6, lat: 0.1 }, { lon: null, lat: null }], parts)).toEqual([1, 2])
  })
})
