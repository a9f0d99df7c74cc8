import type { MoveOption } from '@chengmai/api'
import { expect, it } from 'vitest'
import { makeCase, makeClock } from './case-maker'
import { clockBar, governingClock, moveButtons, moveForKey, placeOf } from './model'

const option = (move: MoveOption['move'], allowed = true): MoveOption => ({ move, allowed, why: allowed ? null : 'case.not_your_duty', needs: [], may: [] })

it('cuts the bar into what is spent and what is left', () => {
  expect(clockBar(makeClock())).toMatchObject({ spent: 0.25, left: 0.75, late: 0, leftMinutes: 360, lateMinutes: 0 })
})

it('shows how far a late clock is beyond its end', () => {
  const bar = clockBar(makeClock({ spent_minutes: 600, left_minutes: -120, overdue: true }))
  expect(bar).toMatchObject({ spent: 0.8, left: 0, late: 0.2, lateMinutes: 120 })
})

it('takes the clock that runs to the lamp’s deadline as the governing one', () => {
  const acc = makeClock({ kind: 'acc', state: 'stopped' })
  const dis = makeClock({ kind: 'dis', due_at: '2026-03-05T09:00:00Z' })
  const han = makeClock({ kind: 'han', due_at: '2026-03-08T09:00:00Z' })
  expect(governingClock(makeCase({ clocks: [acc, han, dis] }))?.kind).toBe('dis')
  expect(governingClock(makeCase({ clocks: [acc], lamp_due_at: null }))).toBeUndefined()
})

it('puts the step that takes the case on first and grave ones last', () => {
  const { main, allowed, barred } = moveButtons([option('void'), option('supervise'), option('dispatch'), option('back_to_registrar'), option('special_close', false)])
  expect(main?.move).toBe('dispatch')
  expect(allowed.map(({ move }) => move)).toEqual(['back_to_registrar', 'supervise', 'void'])
  expect(barred.map(({ move }) => move)).toEqual(['special_close'])
})

it('gives a letter key only to a move that is allowed now', () => {
  expect(moveForKey('D', [option('dispatch')])?.move).toBe('dispatch')
  expect(moveForKey('d', [option('dispatch', false)])).toBeUndefined()
})

it('does not say the district twice', () => {
  expect(placeOf(makeCase({ address: '海港区河北大街 12 号' }))).toBe('文化路街道 东环里社区 海港区河北大街 12 号')
})
