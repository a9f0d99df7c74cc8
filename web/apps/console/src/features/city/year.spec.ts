import { expect, it } from 'vitest'
import { monthsOf, workingDays } from './year'

it('knows leap years and weekdays', () => {
  const months = monthsOf(2028, [])
  expect(months[1]).toHaveLength(29)
  expect(months[0]?.[0]).toMatchObject({ date: '2028-01-01', weekday: 5, working: false })
})

it('lets the table overrule the weekday both ways', () => {
  const months = monthsOf(2026, [
    { date: '2026-10-01', working: false, name: '国庆节', source: '' },
    { date: '2026-10-10', working: true, name: '国庆节调休', source: '' },
  ])
  expect(months[9]?.[0]).toMatchObject({ working: false, exception: { name: '国庆节' } })
  expect(months[9]?.[9]).toMatchObject({ weekday: 5, working: true })
  expect(workingDays(months)).toBe(workingDays(monthsOf(2026, [])))
})
