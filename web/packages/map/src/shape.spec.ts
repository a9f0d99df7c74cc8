import { describe, expect, it } from 'vitest'
import { boxOfRings, closed, contains, crossings, inserted, moved, opened, removed, snapped, type Corner } from './shape'

const square: Corner[] = [[0, 0], [2, 0], [2, 2], [0, 2]]
const parts = [[square]]
const first = { part: 0, ring: 0, corner: 0 }

describe('a shape that is edited', () => {
  it('opens and closes its rings without loss', () => {
    const geometry = closed(parts)
    expect(geometry.coordinates[0]?.[0]).toHaveLength(5)
    expect(opened(geometry)).toEqual(parts)
    expect(opened({ type: 'Polygon', coordinates: geometry.coordinates[0] ?? [] })).toEqual(parts)
    expect(closed([[[[0, 0], [1, 1]]]]).coordinates).toEqual([])
    expect(boxOfRings(parts)).toEqual([0, 0, 2, 2])
    expect(boxOfRings([])).toBeNull()
  })
  it('moves, adds and removes corners and leaves what it was alone', () => {
    expect(moved(parts, first, [-1, -1])[0]?.[0]?.[0]).toEqual([-1, -1])
    expect(inserted(parts, first, [1, 0])[0]?.[0]).toEqual([[0, 0], [1, 0], [2, 0], [2, 2], [0, 2]])
    const three = removed(parts, first)
    expect(three[0]?.[0]).toEqual([[2, 0], [2, 2], [0, 2]])
    expect(removed(three, first)).toEqual([])
    expect(removed([[square, [[0.5, 0.5], [1, 0.5], [1, 1]]]], { part: 0, ring: 1, corner: 0 })).toEqual(parts)
    expect(parts[0]?.[0]).toHaveLength(4)
  })
  it('says where its border crosses itself', () => {
    expect(crossings([square])).toEqual([])
    expect(crossings([[[0, 0], [2, 2], [2, 0], [0, 2]]])).toEqual([[1, 1]])
  })
  it('snaps to the corner of a neighbour, else to its edge, else stays', () => {
    const others = [[...square, square[0] as Corner]]
    expect(snapped([2.04, 0.03], others, [0.1, 0.1])).toEqual([2, 0])
    expect(snapped([2.04, 1], others, [0.1, 0.1])).toEqual([2, 1])
    expect(snapped([2.2, 1], others, [0.1, 0.1])).toEqual([2.2, 1])
  })
  it('knows what lies in it, and not in its holes', () => {
    const holed = closed([[square, [[0.5, 0.5], [1.5, 0.5], [1.5, 1.5], [0.5, 1.5]]]])
    expect([contains(holed, 0.2, 0.2), contains(holed, 1, 1), contains(holed, 3, 3)]).toEqual([true, false, false])
  })
})
