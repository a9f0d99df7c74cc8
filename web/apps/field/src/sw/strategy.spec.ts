import { expect, it } from 'vitest'
import { keptAs, strategyFor, tooMany } from './strategy'

const shell = new Set(['/f/index.html', '/f/assets/index-1.js'])
const of = (path: string, method = 'GET', navigates = false): string => strategyFor(method, new URL(path, 'https://city.example'), navigates, shell)

it.each([
  ['/f/assets/index-1.js', 'shell'],
  ['/tiles/base/14/1/2.mvt', 'seen'],
  ['/media/abc/thumb', 'seen'],
  ['/api/v1/city/map', 'fresh'],
  ['/api/v1/cases?queue=my_tasks', 'pass'],
  ['/live', 'pass'],
])('treats %s as %s', (path, strategy) => {
  expect(of(path)).toBe(strategy)
})

it('opens its own pages from what is kept, and leaves those of the desk alone', () => {
  expect([of('/f/task/7', 'GET', true), of('/desk/7', 'GET', true)]).toEqual(['page', 'pass'])
})

it('never touches what is sent', () => {
  expect(of('/api/v1/media', 'POST')).toBe('pass')
})

it('lets the oldest go first', () => {
  expect(tooMany([1, 2, 3, 4], 3)).toEqual([1])
  expect(tooMany([1, 2], 3)).toEqual([])
})

it('keeps a picture once, whatever its signature', () => {
  const kept = (path: string): string => keptAs(new URL(path, 'https://city.example'))
  expect(kept('/media/abc/thumb?e=1&s=x')).toBe(kept('/media/abc/thumb?e=2&s=y'))
  expect(kept('/tiles/cases/1/2/3.mvt?kind=a')).not.toBe(kept('/tiles/cases/1/2/3.mvt?kind=b'))
})
