import { expect, it } from 'vitest'
import { bytes, text } from './passkey'

it('carries every byte there and back', () => {
  const all = Uint8Array.from({ length: 256 }, (_, n) => n)
  expect([...bytes(text(all.buffer))]).toEqual([...all])
  expect(text(Uint8Array.of(251, 255, 254).buffer)).toBe('-__-')
})
