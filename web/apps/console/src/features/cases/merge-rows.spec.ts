import { expect, it } from 'vitest'
import { mergeRows } from './merge-rows'

const rows = (...ids: number[]): { id: number }[] => ids.map((id) => ({ id }))
const ids = (list: { id: number }[]): number[] => list.map((row) => row.id)

it('puts new rows where the server puts them and says which are new', () => {
  const merged = mergeRows(rows(3, 2, 1), rows(5, 4, 3), false, null)
  expect(ids(merged.rows)).toEqual([5, 4, 3, 2, 1])
  expect(merged.arrived).toEqual([5, 4])
})

it('drops rows that left the part that was read again, and keeps those further down', () => {
  const merged = mergeRows(rows(9, 8, 7, 6, 5), rows(9, 7), false, null)
  expect(ids(merged.rows)).toEqual([9, 7, 6, 5])
})

it('drops everything that is not in a complete answer', () => {
  expect(ids(mergeRows(rows(9, 8, 7), rows(8), true, null).rows)).toEqual([8])
})

it('leaves the open case in its place when it has left the queue, and says so', () => {
  const merged = mergeRows(rows(9, 8, 7), rows(9, 7), true, 8)
  expect(ids(merged.rows)).toEqual([9, 8, 7])
  expect(merged.keptIsGone).toBe(true)
})

it('does not show a row twice when the head grows past the tail', () => {
  expect(ids(mergeRows(rows(3, 2, 1), rows(6, 5, 4), false, null).rows)).toEqual([6, 5, 4, 3, 2, 1])
  expect(ids(mergeRows(rows(3, 2, 1), rows(4, 2, 3), false, null).rows)).toEqual([4, 2, 3, 1])
})
