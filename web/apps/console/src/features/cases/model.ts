import type { CaseDetail, Clock, MoveOption } from '@chengmai/api'

export interface ClockBarModel {
  /** Shares of the whole bar, 0 to 1; they add up to 1. */
  spent: number
  left: number
  late: number
  paused: boolean
  leftMinutes: number | null
  lateMinutes: number
}

/** What the bar of a clock shows: spent, left, and how far beyond the end. Minutes are those of the clock's own unit. */
export function clockBar(clock: Clock): ClockBarModel {
  const left = clock.left_minutes ?? 0
  const lateMinutes = Math.max(0, -left)
  const within = Math.max(0, clock.spent_minutes - lateMinutes)
  const whole = Math.max(1, clock.spent_minutes + Math.max(0, left))
  return {
    spent: within / whole,
    left: Math.max(0, left) / whole,
    late: clock.spent_minutes + left <= 0 && lateMinutes === 0 ? 0 : lateMinutes / whole,
    paused: clock.state === 'paused',
    leftMinutes: clock.left_minutes === null ? null : Math.max(0, left),
    lateMinutes,
  }
}

/** The clock that governs the lamp: the one that runs to the lamp's deadline, else the last still going, else none. */
export function governingClock(detail: Pick<CaseDetail, 'clocks' | 'lamp_due_at'>): Clock | undefined {
  const going = detail.clocks.filter((clock) => clock.state === 'running' || clock.state === 'paused')
  return going.find((clock) => clock.due_at !== null && clock.due_at === detail.lamp_due_at) ?? going.find((clock) => clock.state === 'running') ?? going.at(-1)
}

const USUAL_ORDER = [
  'accept', 'register', 'dispatch', 'assign', 'finish', 'confirm', 'send_check', 'pass_check', 'close', 'pass_audit', 'submit_verify',
  'approve_return', 'approve_extension', 'approve_suspension', 'approve_special_close', 'approve_appeal',
  'send_verify', 'merge', 'pass_down', 'finish_part', 'resume', 'redo', 'back_to_handling', 'fail_check', 'recheck', 'fail_audit',
  'back_to_acceptance', 'back_to_registrar', 'refuse_return', 'refuse_extension', 'refuse_suspension', 'refuse_special_close', 'refuse_appeal',
  'apply_return', 'apply_extension', 'apply_suspension', 'apply_appeal', 'supervise', 'reopen', 'unmerge', 'special_close', 'reject', 'not_register', 'void',
]
const FORWARD = new Set(USUAL_ORDER.slice(0, 16))
const GRAVE = new Set(['reject', 'not_register', 'void', 'special_close', 'approve_special_close'])
/** What cannot be taken back by another move of the same desk; the page asks once and names the consequence. */
const IRREVERSIBLE = new Set(['reject', 'not_register', 'void', 'close', 'pass_audit', 'approve_special_close', 'approve_return', 'approve_appeal', 'refuse_appeal', 'dispatch'])

export function isGrave(move: string): boolean {
  return GRAVE.has(move)
}

export function asksOnce(move: string): boolean {
  return IRREVERSIBLE.has(move)
}

export interface MoveButtons {
  /** The one step that takes the case on; drawn as the main button. */
  main: MoveOption | undefined
  allowed: MoveOption[]
  /** Moves of this stage that are not open to this person now, with the reason. */
  barred: MoveOption[]
}

/** The moves as buttons in the order people use them. */
export function moveButtons(moves: MoveOption[]): MoveButtons {
  const place = (option: MoveOption): number => {
    const at = USUAL_ORDER.indexOf(option.move)
    return at < 0 ? USUAL_ORDER.length : at
  }
  const sorted = [...moves].sort((a, b) => place(a) - place(b))
  const allowed = sorted.filter((option) => option.allowed)
  const main = allowed.find((option) => FORWARD.has(option.move))
  return { main, allowed: allowed.filter((option) => option !== main), barred: sorted.filter((option) => !option.allowed) }
}

/** The move behind a digit: 1 is the first button. */
export function moveForNumber(n: number, moves: MoveOption[]): MoveOption | undefined {
  const { main, allowed } = moveButtons(moves)
  return (main ? [main, ...allowed] : allowed)[n - 1]
}

/** The move behind a letter key, if the case takes it now. */
export function moveForKey(key: string, moves: MoveOption[]): MoveOption | undefined {
  const wanted: Record<string, string[]> = { a: ['accept', 'assign', 'pass_audit'], f: ['register'], d: ['dispatch'], m: ['merge'] }
  const names = wanted[key.toLowerCase()] ?? []
  return moves.find((option) => option.allowed && names.includes(option.move))
}

/** The place in words, from large to small, without saying anything twice. */
export function placeOf(detail: Pick<CaseDetail, 'district_name' | 'street_name' | 'community_name' | 'address'>): string {
  const parts = [detail.district_name, detail.street_name, detail.community_name].filter((part): part is string => Boolean(part))
  const fresh = parts.filter((part) => !detail.address.includes(part))
  return [...fresh, detail.address].filter(Boolean).join(' ')
}
