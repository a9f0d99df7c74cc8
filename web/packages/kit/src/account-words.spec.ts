import { expect, it } from 'vitest'
import { accountWords } from './account-words'

it('names a demo account in the language of the screen only', () => {
  expect(accountWords('值班长 duty leader', 'zh')).toBe('值班长')
  expect(accountWords('专业部门（环卫） department', 'en')).toBe('department')
})

it('leaves a name of one language as it is', () => {
  expect(accountWords('督察', 'en')).toBe('督察')
})
