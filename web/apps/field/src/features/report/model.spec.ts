import { expect, it } from 'vitest'
import { bodyFor, missingIn, searchClasses, withRecent, type FieldReport } from './model'

const classes = [
  { code: 'C0101', name: '上水井盖', major_name: '公用设施' },
  { code: 'E0102', name: '暴露垃圾', major_name: '市容环境' },
  { code: 'E0103', name: '积存垃圾渣土', major_name: '市容环境' },
]
const report: FieldReport = { class_code: 'E0102', text: '', urgent: false, selfie: false, place: { lon: 119.6, lat: 39.9 }, outside: false }

it('finds classes by name, code and group', () => {
  expect(searchClasses(classes, '垃圾').map((one) => one.code)).toEqual(['E0102', 'E0103'])
  expect(searchClasses(classes, 'c01').map((one) => one.code)).toEqual(['C0101'])
  expect(searchClasses(classes, '市容')).toHaveLength(2)
})

it('keeps the classes used last, each once', () => {
  expect(withRecent(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c'])
})

it('needs a photo, a class, a place inside the city, and a second photo for what was solved at once', () => {
  expect(missingIn(report, 0, 0)).toBe('photo')
  expect(missingIn({ ...report, class_code: '' }, 1, 0)).toBe('class')
  expect(missingIn({ ...report, place: null }, 1, 0)).toBe('place')
  expect(missingIn({ ...report, outside: true }, 1, 0)).toBe('outside')
  expect(missingIn({ ...report, selfie: true }, 1, 0)).toBe('after')
  expect(missingIn(report, 1, 0)).toBeNull()
})

it('says the name of the class where nothing was written', () => {
  expect(bodyFor(report, '港城大街', 'collector', 'k-1', '暴露垃圾', new Date(0)).description).toBe('暴露垃圾')
})
