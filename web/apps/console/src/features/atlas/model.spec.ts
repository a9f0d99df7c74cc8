import type { LayerRecipe } from '@chengmai/map'
import { expect, it } from 'vitest'
import { arranged, caseQuery, drawn, moved, yearBefore } from './model'

const layer = (id: string, group = 'things'): LayerRecipe => ({ id, title: id, group, draw: 'points', source: { tiles: `/tiles/${id}`, sourceLayer: id } })
const three = [layer('a'), layer('b'), layer('c', 'grids')]

it('puts the layers as they were left, and new ones behind', () => {
  const left = arranged(three, { order: ['b', 'gone'], layers: { a: { shown: true, opacity: 0.4 } } })
  expect(left.map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  expect(left[1]).toMatchObject({ shown: true, opacity: 0.4 })
})

it('moves a layer among its own group only', () => {
  expect(moved(three, 'a', 1)).toEqual(['b', 'a', 'c'])
  expect(moved(three, 'b', 1)).toEqual(['a', 'b', 'c'])
})

it('asks for lamps only of open cases, and for a period only where one is chosen', () => {
  const filters = { lamps: ['overdue', 'due_soon'], class_code: '', area: '139902' }
  expect(caseQuery({ mode: 'open', since: '2026-01-01', until: '' }, filters)).toBe('lamp=overdue%2Cdue_soon&area=139902')
  expect(caseQuery({ mode: 'period', since: '2026-01-01', until: '2026-12-31' }, filters)).toBe('since=2026-01-01&until=2026-12-31&area=139902')
})

it('draws the cases of the chosen period only', () => {
  const all = [layer('open_cases', 'cases'), layer('cases', 'cases'), layer('a')]
  expect(drawn(all, { mode: 'period', since: '', until: '' }, 'x=1').map(({ id, shown, query }) => [id, shown, query])).toEqual([['open_cases', false, 'x=1'], ['cases', true, 'x=1'], ['a', undefined, undefined]])
})

it('knows the day a year before', () => {
  expect(yearBefore('2026-11-22')).toBe('2025-11-22')
  expect(yearBefore('2028-02-29')).toBe('2027-02-28')
})
