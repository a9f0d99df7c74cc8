import { expect, it } from 'vitest'
import { assign, canStart, mappingOf, shareOf } from './mapping'

const mapping = { columns: { '0': 'message_no', '2': 'subject' }, date_order: '', coordinate_system: 'wgs84' }

it('gives a meaning to one column only', () => {
  expect(assign(mapping, 1, 'subject').columns).toEqual({ '0': 'message_no', '1': 'subject' })
})

it('lets a column be ignored', () => {
  expect(assign(mapping, 0, '').columns).toEqual({ '2': 'subject' })
})

it('needs words before it starts', () => {
  expect(canStart(mapping)).toBe(true)
  expect(canStart(assign(mapping, 2, ''))).toBe(false)
})

it('fills in what the server did not detect', () => {
  expect(mappingOf({ mapping: {} })).toEqual({ columns: {}, date_order: '', coordinate_system: 'wgs84' })
})

it('is finished when the server says so, even with no rows', () => {
  expect(shareOf({ state: 'done', total: 0, done: 0 })).toBe(1)
  expect(shareOf({ state: 'running', total: 200, done: 50 })).toBe(0.25)
})
