import { beforeEach, expect, it } from 'vitest'
import { bodyOf, emptyDraft, forgetDraft, isWorthKeeping, keepDraft, missingIn, readDraft } from './draft'
import { guessClasses } from './guess'

const classes = [
  { code: 'E0101', kind: 'matter' as const, name: '私搭乱建', major_name: '市容环境' },
  { code: 'E0102', kind: 'matter' as const, name: '暴露垃圾', major_name: '市容环境' },
  { code: 'C0101', kind: 'component' as const, name: '上水井盖', major_name: '公用设施' },
  { code: 'C0120', kind: 'component' as const, name: '路灯', major_name: '公用设施' },
]
const photo = { key: 'a', id: 7, kind: 'image' as const, src: '/media/x/thumb' }
const place = { lon: 119.6, lat: 39.9, picked: false }

beforeEach(() => localStorage.clear())

it('understands how people say it', () => {
  expect(guessClasses('路边垃圾堆了三天没人收', classes).map((one) => one.name)).toEqual(['暴露垃圾'])
  expect(guessClasses('井盖坏了', classes)[0]?.name).toBe('上水井盖')
  expect(guessClasses('晚上这里很黑,灯不亮', classes)[0]?.name).toBe('路灯')
})

it('guesses nothing rather than anything', () => {
  expect(guessClasses('你好', classes)).toEqual([])
  expect(guessClasses('有个问题', [{ code: 'E0901', kind: 'matter' as const, name: '早（夜）市管理问题', major_name: '街面秩序' }])).toEqual([])
  expect(guessClasses('', classes)).toEqual([])
})

it('needs a photo or words, then a place', () => {
  const draft = emptyDraft()
  expect(missingIn(draft)).toBe('photo')
  expect(missingIn({ ...draft, text: '有个坑' })).toBe('place')
  expect(missingIn({ ...draft, photos: [photo], place })).toBeNull()
})

it('takes no phone number rather than a wrong one', () => {
  const draft = { ...emptyDraft(), text: '有个坑', place }
  expect(missingIn({ ...draft, phone: '12345' })).toBe('phone')
  expect(missingIn({ ...draft, phone: '138 0335 1234' })).toBeNull()
})

it('survives a reload with its key and what was sent, and is gone after the answer', () => {
  const draft = { ...emptyDraft(), text: '有个坑', place, photos: [photo], key: 'k-12345678' }
  keepDraft({ ...draft, sent: bodyOf(draft, '港城大街', '2026-1') })
  expect(readDraft().key).toBe('k-12345678')
  expect(readDraft().sent?.media_ids).toEqual([7])
  forgetDraft()
  expect(isWorthKeeping(readDraft())).toBe(false)
})
