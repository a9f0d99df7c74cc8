import { expect, it } from 'vitest'
import { features } from './words'

function keysOf(words: object, before = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && !Array.isArray(value) ? keysOf(value as object, `${before}${key}.`) : [before + key],
  )
}

it('says in English everything it says in Chinese', () => {
  // The reasons of refused rows come in Chinese from the server; only English is kept here.
  const without = (keys: string[]): string[] => keys.filter((key) => !key.startsWith('intake.reason.')).sort()
  for (const words of features) expect(without(keysOf(words.en))).toEqual(without(keysOf(words.zh)))
})
