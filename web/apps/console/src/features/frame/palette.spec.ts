import { expect, it } from 'vitest'
import { matching, scoreOf, type Command } from './palette'

function make(title: string, words = ''): Command {
  return { id: title, title, words, icon: 'home', run: () => undefined }
}

it('puts what begins with the typed words before what only contains them', () => {
  const found = matching([make('打开工作台'), make('工作台：待派遣')], '工作')
  expect(found.map((command) => command.title)).toEqual(['工作台：待派遣', '打开工作台'])
})

it('finds a command by its further words', () => {
  expect(matching([make('首页', 'home sy'), make('地图', 'map dt')], 'dt')[0]?.title).toBe('地图')
})

it('lets letters be skipped but not swapped', () => {
  expect(scoreOf(make('class standards'), 'cst')).toBeGreaterThan(0)
  expect(scoreOf(make('class standards'), 'tsc')).toBe(0)
})

it('shows everything while nothing is typed', () => {
  expect(matching([make('a'), make('b')], ' ')).toHaveLength(2)
})
