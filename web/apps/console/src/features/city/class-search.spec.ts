import type { MatterClass } from '@chengmai/api'
import { expect, it } from 'vitest'
import { findClasses } from './class-search'

function make(code: string, name: string, text = ''): MatterClass {
  return {
    code, name, kind: code.startsWith('C') ? 'component' : 'matter', major_code: code.slice(0, 3), major_name: '公用设施', self_disposable: false,
    conditions: [{ id: 1, no: 1, text, limits: {}, close_condition: '', source: '', clause: '', valid_from: null, valid_to: null }],
  }
}
const classes = [make('C0101', '上水井盖'), make('C0102', '污水井盖', '井盖丢失'), make('E0112', '暴露垃圾')]

it('finds by code with and without its letter', () => {
  expect(findClasses(classes, '0112').map(({ code }) => code)).toEqual(['E0112'])
  expect(findClasses(classes, 'c01').map(({ code }) => code)).toEqual(['C0101', 'C0102'])
})

it('finds by name before it looks into the conditions', () => {
  expect(findClasses(classes, '井盖').map(({ code }) => code)).toEqual(['C0101', 'C0102'])
  expect(findClasses(classes, '丢失').map(({ code }) => code)).toEqual(['C0102'])
})

it('wants every word', () => {
  expect(findClasses(classes, '井盖 垃圾')).toEqual([])
})
