import type { Organisation } from '@chengmai/api'
import { expect, it } from 'vitest'
import { branches } from './tree'

const unit = (id: number, name: string, parent_id: number | null, path: string): Organisation => ({ id, name, parent_id, path, kind: 'unit', division: '' })
const units = [unit(1, '城管局', null, '.1.'), unit(2, '市政处', 1, '.1.2.'), unit(3, '照明所', 2, '.1.2.3.'), unit(4, '环卫处', 1, '.1.4.')]
const shown = (typed: string, below = ''): [string, number, boolean][] => branches(units, { typed, below }).map(({ unit, depth, hit }) => [unit.name, depth, hit])

it('keeps the ancestors of what was found', () => {
  expect(shown('照明')).toEqual([['城管局', 0, false], ['市政处', 1, false], ['照明所', 2, true]])
})

it('shows a branch as a tree of its own', () => {
  expect(shown('', '.1.2.')).toEqual([['市政处', 0, true], ['照明所', 1, true]])
})
