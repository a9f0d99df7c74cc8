import { expect, it } from 'vitest'
import { lampAt } from './lamp'

const times = {
  lamp: 'in_time' as const,
  lamp_warn_at: '2026-03-05T02:00:00Z',
  lamp_due_at: '2026-03-05T03:00:00Z',
}

it('turns yellow and red by itself as time goes on', () => {
  expect(lampAt(times, new Date('2026-03-05T01:59:00Z'))).toBe('in_time')
  expect(lampAt(times, new Date('2026-03-05T02:00:00Z'))).toBe('due_soon')
  expect(lampAt(times, new Date('2026-03-05T03:00:01Z'))).toBe('overdue')
})

it('leaves suspended and untimed cases alone', () => {
  expect(lampAt({ ...times, lamp: 'suspended' }, new Date('2027-01-01T00:00:00Z'))).toBe('suspended')
  expect(lampAt({ ...times, lamp: 'none' }, new Date('2027-01-01T00:00:00Z'))).toBe('none')
})
