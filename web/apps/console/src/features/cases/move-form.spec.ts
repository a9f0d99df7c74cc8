import { expect, it } from 'vitest'
import { makeCase } from './case-maker'
import { bodyOf, changesBetween, fieldsOf, firstValues, missing } from './move-form'

const dispatch = { needs: ['organisation_id'], may: ['co_organisation_ids', 'until', 'text'] }

it('asks for what the move needs first and for what it may be told afterwards', () => {
  expect(fieldsOf(dispatch, makeCase())).toEqual([
    { need: 'organisation_id', required: true },
    { need: 'co_organisation_ids', required: false },
    { need: 'until', required: false },
    { need: 'text', required: false },
  ])
})

it('does not ask for a place that the case has', () => {
  const register = { needs: ['place', 'class_code', 'condition_id'], may: [] }
  expect(fieldsOf(register, makeCase()).map(({ need }) => need)).toEqual(['class_code', 'condition_id'])
  expect(fieldsOf(register, makeCase({ grid_code: '' })).map(({ need }) => need)).toContain('place')
})

it('chooses the suggested unit when dispatching, and nothing when passing down', () => {
  expect(firstValues('dispatch', makeCase()).organisation_id).toBe(7)
  expect(firstValues('pass_down', makeCase()).organisation_id).toBeNull()
})

it('names what is still missing; blanks are no reason', () => {
  const fields = fieldsOf({ needs: ['reason'], may: [] }, makeCase())
  expect(missing(fields, { ...firstValues('reject', makeCase()), reason: '  ' })).toEqual(['reason'])
})

it('sends only what the form showed, with the version the page showed', () => {
  const fields = fieldsOf(dispatch, makeCase())
  const values = { ...firstValues('dispatch', makeCase()), until: '2026-03-09', reason: 'not asked for' }
  expect(bodyOf('dispatch', 3, fields, values)).toEqual({ move: 'dispatch', version: 3, organisation_id: 7, until: '2026-03-09T18:00:00+08:00' })
})

it('says what somebody else changed meanwhile', () => {
  const now = makeCase({ stage: 'pending_department', organisation_name: '市政处' })
  expect(changesBetween(makeCase(), now)).toEqual([
    { key: 'stage', from: 'pending_dispatch', to: 'pending_department' },
    { key: 'organisation', from: '', to: '市政处' },
  ])
})
