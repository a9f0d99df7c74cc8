import { expect, it } from 'vitest'
import { CALM, pauseAfter, troublesOf, WATCHFUL, type PlatformStatus } from './status'

const well: PlatformStatus = { at: '2026-05-01T00:00:00Z', writes_taken: true, troubles: [] }
const with_ = (...codes: [string, string][]): PlatformStatus => ({ ...well, troubles: codes.map(([code, level]) => ({ code, level, facts: {} })) })
const codes = (...words: Parameters<typeof troublesOf>): string[] => troublesOf(...words).map((one) => one.code)

it('says nothing while all is well', () => {
  expect(codes(well, true, 'live')).toEqual([])
  expect(codes(undefined, true, 'connecting')).toEqual([])
})

it('puts what is severe first', () => {
  expect(codes(with_(['messages_delayed', 'warning'], ['disk_full', 'severe']), true, 'live')).toEqual(['disk_full', 'messages_delayed'])
})

it('says only that the server is away when it is', () => {
  expect(codes(with_(['disk_full', 'severe']), false, 'down')).toEqual(['unreachable'])
})

it('names the live line only where no other cause explains it', () => {
  expect(codes(well, true, 'down')).toEqual(['live_reconnecting'])
  expect(codes(with_(['database_unavailable', 'severe']), true, 'down')).toEqual(['database_unavailable'])
})

it('looks again soon while something is wrong', () => {
  expect([pauseAfter([]), pauseAfter(troublesOf(undefined, false, 'down'))]).toEqual([CALM, WATCHFUL])
})
