import type { CaseRow, MoveOption } from '@chengmai/api'
import { expect, it } from 'vitest'
import { actionsOf, bodyFor, dueOf, missingFor, sorted, type Action, type Answers } from './model'

const now = new Date('2026-03-05T06:00:00Z')
const answers: Answers = { reason: '', text: '', class_code: '', days: '', until: '', handler_id: null }
const here = { lon: 119.6, lat: 39.9 }
const move = (name: MoveOption['move'], values: Partial<MoveOption> = {}): MoveOption => ({ move: name, allowed: true, why: null, needs: [], may: [], ...values })
const row = (id: number, values: Partial<CaseRow> = {}): CaseRow => ({ id, lamp: 'in_time', lamp_warn_at: null, lamp_due_at: '2026-03-05T12:00:00Z', lon: 119.6, lat: 39.9, urgent: false, ...values }) as CaseRow

it('offers a handler to finish or to ask, and leaves out what is the department’s', () => {
  const offered = actionsOf({ stage: 'handling', moves: [move('finish'), move('apply_extension', { allowed: false, why: 'case.already_overdue' }), move('apply_return', { allowed: false, why: 'case.not_your_duty' })] })
  expect(offered.map((one) => [one.id, one.allowed])).toEqual([['finish', true], ['apply_extension', false]])
})

it('turns three answers of a collector into one move', () => {
  const offered = actionsOf({ stage: 'verifying', moves: [move('submit_verify')] })
  expect(offered.map((one) => one.id)).toEqual(['real', 'not_found', 'wrong_class'])
  expect(bodyFor(offered[1] as Action, 4, answers, here)).toEqual({ move: 'submit_verify', version: 4, result: 'not_found' })
})

it('asks for the photo first, then the place, then the reason', () => {
  const fail = actionsOf({ stage: 'checking', moves: [move('pass_check'), move('fail_check')] }).at(1) as Action
  expect(missingFor(fail, answers, 0, null)).toBe('photo')
  expect(missingFor(fail, answers, 1, null)).toBe('place')
  expect(missingFor(fail, answers, 1, here)).toBe('reason')
  expect(missingFor(fail, { ...answers, reason: '还在' }, 1, here)).toBeNull()
  expect(bodyFor(fail, 2, { ...answers, reason: '还在 ' }, here)).toEqual({ move: 'fail_check', version: 2, reason: '还在', lon: 119.6, lat: 39.9 })
})

it('puts urgent first, then overdue, then the nearest', () => {
  const rows = [row(1, { lat: 39.95 }), row(2, { lat: 39.91 }), row(3, { lamp_due_at: '2026-03-05T05:00:00Z', lat: 39.99 }), row(4, { urgent: true, lat: 40 })]
  expect(sorted(rows, here, now).map((one) => one.id)).toEqual([4, 3, 2, 1])
})

it('goes by the clock when it does not know where it is', () => {
  const rows = [row(1, { lamp_due_at: '2026-03-06T05:00:00Z' }), row(2)]
  expect(sorted(rows, null, now).map((one) => one.id)).toEqual([2, 1])
  expect(dueOf(row(1), now)).toEqual({ kind: 'left', minutes: 360 })
})
