/** The trays of each duty, in the order people work through them. */
const TRAYS: { queue: string; duties: string[] }[] = [
  { queue: 'to_accept', duties: ['operator'] },
  { queue: 'verifying', duties: ['operator'] },
  { queue: 'self_audit', duties: ['operator'] },
  { queue: 'to_send_check', duties: ['operator'] },
  { queue: 'to_register', duties: ['duty_leader'] },
  { queue: 'to_close', duties: ['duty_leader'] },
  { queue: 'to_dispatch', duties: ['dispatcher'] },
  { queue: 'feedback_review', duties: ['dispatcher'] },
  { queue: 'approvals', duties: ['duty_leader', 'dispatcher', 'operator', 'leader'] },
  { queue: 'to_receive', duties: ['department'] },
  { queue: 'department_handling', duties: ['department'] },
  { queue: 'to_confirm', duties: ['department'] },
  { queue: 'suspended', duties: ['department'] },
  { queue: 'my_tasks', duties: ['handler', 'collector'] },
  { queue: 'supervised', duties: ['dispatcher', 'leader'] },
  { queue: 'overdue', duties: [] },
  { queue: 'open', duties: [] },
  { queue: 'all', duties: [] },
]

/** The trays on the desk of somebody with these duties. */
export function queuesFor(duties: readonly string[]): string[] {
  return TRAYS.filter((tray) => tray.duties.length === 0 || tray.duties.some((duty) => duties.includes(duty))).map(({ queue }) => queue)
}

/** Where the desk opens: the first tray of the first duty, or all open cases. */
export function firstQueue(duties: readonly string[]): string {
  const first = queuesFor(duties)[0] ?? 'open'
  return first === 'overdue' ? 'open' : first
}
