import { describe, expect, it } from 'vitest'
import { boxOfRoad, drawnRoad } from './house-numbers'

const door = { id: 7, road: '人民大街', number: 9, suffix: '', text: '9号', community_code: '', lon: 1, lat: 2, source: '', on_road: true }
const road = { road: '人民大街', lines: [{ type: 'MultiLineString', coordinates: [[[0, 0], [3, 1]]] }], numbers: [door] }

describe('the numbers of a road on the map', () => {
  it('draws the road and its doors and marks the chosen one', () => {
    expect(drawnRoad(road, 7).features.map(({ properties }) => properties)).toEqual([{}, { id: 7, label: '9号', chosen: true }])
    expect(drawnRoad(undefined, null).features).toEqual([])
  })
  it('opens where they lie', () => {
    expect(boxOfRoad(road)).toEqual([-0.0005, -0.0005, 3.0005, 2.0005])
    expect(boxOfRoad({ road: '', lines: [], numbers: [] })).toBeNull()
  })
})
