import { describe, expect, it } from 'vitest'
import { barFor, isAt, placesFor, railFor, type Entry } from './nav'

const DUTIES = ['operator', 'duty_leader', 'dispatcher', 'department', 'handler', 'inspector', 'collector', 'leader', 'admin', 'security', 'auditor']
const pathsOf = (entries: Entry[]): string[] => entries.flatMap((entry) => ('path' in entry ? [entry.path] : entry.places.map(({ path }) => path)))

describe('the rail', () => {
  it.each(DUTIES)('shows %s at most nine entries at the first level, and loses none', (duty) => {
    const rail = railFor([duty])
    expect(rail.length).toBeLessThanOrEqual(9)
    expect(pathsOf(rail).sort()).toEqual(placesFor([duty]).map(({ path }) => path).sort())
  })

  it('stays flat where there is room, and folds what is opened least', () => {
    expect(railFor(['operator']).every((entry) => 'path' in entry)).toBe(true)
    const groups = railFor(['admin']).flatMap((entry) => ('path' in entry ? [] : [entry.name]))
    expect(groups).toEqual(['rules', 'city', 'people', 'system'])
  })

  it('fits even somebody with every duty', () => {
    expect(railFor(DUTIES).length).toBeLessThanOrEqual(9)
  })

  it('leaves the thumb five entries on a phone', () => {
    const bar = barFor(['admin'])
    expect(bar).toHaveLength(5)
    expect(pathsOf(bar)).toEqual(placesFor(['admin']).map(({ path }) => path))
    expect(barFor([]).length).toBeLessThanOrEqual(5)
  })

  it('knows where one is', () => {
    expect(isAt('/', '/desk')).toBe(false)
    expect(isAt('/desk', '/desk/12')).toBe(true)
    expect(isAt('/map', '/mapping')).toBe(false)
  })
})
