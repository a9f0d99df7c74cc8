import { expect, it } from 'vitest'
import { makeCase } from './case-maker'
import { mastersOf, numberTyped } from './masters'

it('looks a case number up from its last digits on, whatever blanks were pasted with it', () => {
  expect(numberTyped(' 2026 1122-000017 ')).toBe('20261122-000017')
  expect(numberTyped('017')).toBeUndefined()
})

it('offers what is near first, then what was found, never the case itself and none twice', () => {
  const near = [{ id: 2, case_no: 'B', description: 'hole', metres: 30 }]
  const found = [makeCase({ id: 1 }), makeCase({ id: 2 }), makeCase({ id: 3 })]
  expect(mastersOf(1, near, found).map(({ id, metres }) => [id, metres])).toEqual([[2, 30], [3, null]])
})
