/** How a case stands against the clock that governs it now. */
export type LampState = 'in_time' | 'due_soon' | 'overdue' | 'suspended' | 'none'

export interface LampTimes {
  lamp: LampState
  lamp_warn_at: string | null
  lamp_due_at: string | null
}

/** The lamp at this moment: a list that is not reloaded still turns yellow and red in time. */
export function lampAt(times: LampTimes, now: Date): LampState {
  if (times.lamp === 'suspended' || times.lamp === 'none') return times.lamp
  if (times.lamp_due_at === null) return times.lamp
  const moment = now.getTime()
  if (moment > Date.parse(times.lamp_due_at)) return 'overdue'
  if (times.lamp_warn_at !== null && moment >= Date.parse(times.lamp_warn_at)) return 'due_soon'
  return 'in_time'
}
