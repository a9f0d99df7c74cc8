import { expect, it } from 'vitest'
import { movedColumn, nextOrder, rowsInSight, shownColumns, toggledColumn } from './columns'
import { filledPhrase, phrasesOf, slashTyped } from './phrases'

const desk = { columns: [{ key: 'lamp', title: '', width: 80 }, { key: 'case_no', title: '', width: 160 }, { key: 'address', title: '', width: 240 }], first_columns: ['lamp', 'case_no'] }

it('shows the first columns until somebody chooses, and forgets columns that are gone', () => {
  expect(shownColumns([], desk).map(({ key }) => key)).toEqual(['lamp', 'case_no'])
  expect(shownColumns([{ key: 'address', width: 0 }, { key: 'gone', width: 90 }], desk)).toEqual([{ key: 'address', width: 240 }])
})

it('moves, hides and shows columns, but never hides the last', () => {
  const two = shownColumns([], desk)
  expect(movedColumn(two, 'case_no', -1).map(({ key }) => key)).toEqual(['case_no', 'lamp'])
  expect(movedColumn(two, 'lamp', -1)).toBe(two)
  expect(toggledColumn(two, 'address', desk)).toHaveLength(3)
  expect(toggledColumn([{ key: 'lamp', width: 80 }], 'lamp', desk)).toHaveLength(1)
})

it('draws the rows in sight and some around, never beyond the ends', () => {
  expect(rowsInSight(0, 320, 32, 1000)).toEqual({ from: 0, to: 22 })
  expect(rowsInSight(3200, 320, 32, 1000)).toEqual({ from: 88, to: 122 })
  expect(rowsInSight(3200, 320, 32, 104)).toEqual({ from: 88, to: 104 })
})

it('sorts by what the server can sort by', () => {
  expect(nextOrder('reported_at', '')).toBe('oldest')
  expect(nextOrder('reported_at', 'oldest')).toBe('newest')
  expect(nextOrder('lamp_due_at', '')).toBe('due')
  expect(nextOrder('address', '')).toBeNull()
})

it('fills placeholders and leaves out what is not known', () => {
  expect(filledPhrase('请处理{address}的{class_name}{nothing}', { address: '文化路', class_name: '井盖' })).toBe('请处理文化路的井盖')
})

it('hears a slash that begins a word, and not one within a number', () => {
  expect(slashTyped('/')).toBe('')
  expect(slashTyped('已处理 /地址')).toBe('地址')
  expect(slashTyped('3/4')).toBeNull()
})

it('offers the phrases of the move and of any', () => {
  const all = [{ id: 1, move: 'reject', text: '重复反映' }, { id: 2, move: '', text: '已电话告知' }, { id: 3, move: 'void', text: '重复登记' }].map((one) => ({ ...one, level: 'city' as const, rank: 1, used: 0, mine: false }))
  expect(phrasesOf(all, 'reject', {}).map(({ id }) => id)).toEqual([1, 2])
  const holed = [{ ...all[0]!, id: 9, text: '请处理{address}' }]
  expect(phrasesOf(holed, 'reject', {})).toEqual([])
  expect(phrasesOf(holed, 'reject', { address: '文化路' })).toHaveLength(1)
  expect(phrasesOf(all, 'reject', {}, '电话').map(({ id }) => id)).toEqual([2])
})
