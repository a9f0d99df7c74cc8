import { expect, it } from 'vitest'
import { countOf, placeOf, settingsOf, topicsOf } from './model'

it('leaves out what was left empty, so that a secret stays', () => {
  expect(settingsOf({ url: ' https://sms.example.cn ', secret: '', sign: '  ' })).toEqual({ url: 'https://sms.example.cn' })
})

it('reads the allowed push services as a list', () => {
  expect(settingsOf({ subject: 'mailto:a@b.cn', hosts: 'one.cn，two.cn\nthree.cn' })).toEqual({ subject: 'mailto:a@b.cn', hosts: ['one.cn', 'two.cn', 'three.cn'] })
})

it('opens only places of this desk', () => {
  expect(placeOf('/desk/12')).toBe('/desk/12')
  for (const foreign of ['https://evil.example', '//evil.example', '/\\evil.example', '/c/r/ABC', '']) expect(placeOf(foreign)).toBeUndefined()
})

it('does not ask staff about what only citizens are told', () => {
  const choice = (topic: string) => ({ topic, channel: 'sms', wanted: true })
  expect(topicsOf([choice('case_work'), choice('case_work'), choice('report_progress'), choice('data_rights')])).toEqual(['case_work'])
})

it('counts nothing where nothing waits', () => {
  const figures = [{ channel: 'sms', state: 'dead', count: 3, oldest: '2026-03-01T00:00:00Z' }]
  expect([countOf(figures, 'sms', 'dead'), countOf(figures, 'email', 'dead')]).toEqual([3, 0])
})
