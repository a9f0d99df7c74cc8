import { expect, it } from 'vitest'
import { en } from './en'
import { zh } from './zh'

function keysOf(words: object, before = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value as object, `${before}${key}.`) : [before + key],
  )
}

it('says in English everything it says in Chinese', () => {
  expect(keysOf(en).sort()).toEqual(keysOf(zh).sort())
})
