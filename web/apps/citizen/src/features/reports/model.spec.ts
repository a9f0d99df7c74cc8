import { expect, it } from 'vitest'
import type { Media } from '@chengmai/api'
import type { StoryStep } from './api'
import { dayWords, marksPassed, pairOf, storyOf, tidyNumber, toneOf } from './model'

const step = (title: string, id = 0): StoryStep => ({ at: '2026-03-05T01:00:00Z', title, words: '', unit: null, media: id ? [{ id } as Media] : [] })
const image = (id: number): Media => ({ id, kind: 'image' }) as Media
const now = new Date('2026-03-05T02:00:00Z')

it.each([
  ['2026-03-05T10:00:00Z', 'today'],
  ['2026-03-05T17:00:00Z', 'tomorrow'],
  ['2026-03-04T10:00:00Z', 'yesterday'],
  ['2026-03-09T10:00:00Z', 'day'],
  ['2025-03-09T10:00:00Z', 'year'],
])('says %s by the calendar of the city as %s', (at, key) => {
  expect(dayWords(at, now).key).toBe(key)
})

it('shows a report that was not taken up in red and with no mark passed', () => {
  expect([toneOf('refused'), marksPassed('refused'), marksPassed('submitted'), marksPassed('to_rate')]).toEqual(['bad', 0, 1, 4])
})

it('tells a step that was repeated once, with all its pictures', () => {
  const told = storyOf([step('已提交'), step('继续处理', 1), step('继续处理', 2), step('已解决')])
  expect(told.map((one) => one.title)).toEqual(['已提交', '继续处理', '已解决'])
  expect(told[1]?.media.map((media) => media.id)).toEqual([1, 2])
})

it('compares the first picture before with the last one after', () => {
  expect(pairOf({ before: [image(1), image(2)], after: [image(3), image(4)] })).toEqual({ before: image(1), after: image(4) })
  expect(pairOf({ before: [image(1)], after: [] })).toBeNull()
})

it('tidies a number that was typed by thumb', () => {
  expect(tidyNumber(' ab12 –cd34　')).toBe('AB12-CD34')
})
