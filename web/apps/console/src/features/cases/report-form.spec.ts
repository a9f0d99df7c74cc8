import { expect, it } from 'vitest'
import { emptyReport, missingOf, reportBody } from './report-form'

it('needs words and a place, nothing else', () => {
  expect(missingOf({ ...emptyReport(), description: '  ' })).toEqual(['description', 'point'])
  expect(missingOf({ ...emptyReport(), description: '路灯不亮', point: { lon: 119.6, lat: 39.9 } })).toEqual([])
})

it('sends a contact only when something of it is known', () => {
  const values = { ...emptyReport(), description: '路灯不亮', point: { lon: 119.6, lat: 39.9 } }
  expect(reportBody(values, [])).not.toHaveProperty('contact')
  expect(reportBody({ ...values, phone: ' 13800000000 ' }, [])).toMatchObject({ contact: { name: '', phone: '13800000000' }, lon: 119.6, lat: 39.9 })
})
