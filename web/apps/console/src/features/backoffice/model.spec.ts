import type { TableColumn, TableDetail, TableRow } from '@chengmai/api'
import { expect, it } from 'vitest'
import { changedValues, differences, emptyValues, formColumns, grouped, limitOf, needsDay, plainText, shapeOf } from './model'

const column = (name: string, more: Partial<TableColumn> = {}): TableColumn => ({
  name, words: { zh: name, en: name }, kind: 'text', needed: false, longest: 80, least: null, most: null, hint: null, choices: [], units: [],
  refers: '', dated: false, fixed: false, edited: true, personal: false, shown: true, ...more,
})
const table = (more: Partial<TableDetail> = {}): TableDetail => ({
  id: 'city.conditions', words: { zh: '条件', en: 'Conditions' }, group: { zh: '标准', en: 'Standards' }, may_edit: true, path: '',
  columns: [column('code', { fixed: true }), column('limit', { kind: 'limit', dated: true }), column('open', { kind: 'flag' }), column('password', { kind: 'secret' })],
  key: ['code'], doings: ['add', 'change'], hint: null, dated: true, series: true, sortable: [], ...more,
})
const row = (values: TableRow['values'], state = 'in_force'): TableRow => ({ pk: '1', label: 'x', values, names: {}, state, since: null, until: null, version: 'v' })

it('reads a limit and nothing else', () => {
  expect(limitOf('4wh')).toEqual({ amount: 4, unit: 'wh' })
  expect(limitOf('four')).toBeUndefined()
})
it('asks a new row for everything and a known one only for what may change', () => {
  expect(formColumns(table(), true).map(({ name }) => name)).toEqual(['code', 'limit', 'open', 'password'])
  expect(formColumns(table(), false).map(({ name }) => name)).toEqual(['limit', 'open', 'password'])
  expect(emptyValues(table())).toEqual({ code: '', limit: '', open: false, password: '' })
})
it('sends only what differs, and a secret only when one was written', () => {
  const known = row({ code: 'C1', limit: '4wh', open: false })
  expect(changedValues(table(), known, { limit: '2wh', open: false, password: '' })).toEqual({ limit: '2wh' })
  expect(changedValues(table(), known, { limit: '4wh', open: false, password: 'abc' })).toEqual({ password: 'abc' })
  expect(changedValues(table(), undefined, { code: 'C2', limit: '', open: false, password: '' })).toEqual({ code: 'C2', open: false })
})
it('asks for a day where a value in force changes', () => {
  const known = row({ limit: '4wh' })
  expect(needsDay(table(), known, { limit: '2wh' })).toBe(true)
  expect(needsDay(table(), known, { open: true })).toBe(false)
  expect(needsDay(table(), row({ limit: '4wh' }, 'coming'), { limit: '2wh' })).toBe(false)
  expect(needsDay(table({ dated: false }), undefined, {})).toBe(false)
})
it('says a difference in words', () => {
  const kinds = table({ columns: [column('kind', { kind: 'choice', choices: [{ value: 'unit', words: { zh: '单位', en: 'Unit' } }] })] })
  expect(differences(kinds, { before: { kind: null }, after: { kind: 'unit' }, changed: ['kind'] }, 'zh')).toEqual([{ name: 'kind', title: 'kind', before: '–', after: '单位' }])
  expect(plainText(undefined, [1, 3], 'zh')).toBe('[1,3]')
  expect(plainText(undefined, true, 'en')).toBe('yes')
})
it('knows the field for a setting and keeps groups in order', () => {
  expect([shapeOf(3), shapeOf(false), shapeOf('x'), shapeOf([1])]).toEqual(['number', 'flag', 'text', 'json'])
  const one = { group: { zh: '甲', en: 'A' }, id: 1 }
  const two = { group: { zh: '乙', en: 'B' }, id: 2 }
  expect(grouped([one, two, { ...one, id: 3 }]).map(({ tables }) => tables.map(({ id }) => id))).toEqual([[1, 3], [2]])
})
