import { expect, it } from 'vitest'
import { watermark } from './watermark'

const at = new Date('2026-03-05T06:05:09Z')

it('says when in the city, who, where and on what', () => {
  expect(watermark(at, '李四', { lon: 119.598812, lat: 39.9261, accuracy: 11.6 }, '2026030500012', '位置未知')).toEqual([
    '2026-03-05 14:05:09  李四',
    '119.59881, 39.92610 ±12 m  2026030500012',
  ])
})

it('says so when the place is not known', () => {
  expect(watermark(at, '李四', null, '', '位置未知')[1]).toBe('位置未知')
})
