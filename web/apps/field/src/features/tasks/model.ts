import type { CaseDetail, CaseRow, MoveOption, Stage } from '@chengmai/api'
import { lampAt, minutesBetween } from '@chengmai/kit'
import { metresBetween, type Point } from '@chengmai/phone'
import type { Slot } from '../outbox/model'

export type TaskKind = 'verify' | 'check' | 'handle' | 'assign' | 'confirm'

const KINDS: Partial<Record<Stage, TaskKind>> = {
  verifying: 'verify', checking: 'check', handling: 'handle', pending_department: 'assign', feedback: 'confirm',
}

/** What a person in the street is asked to do with a case at this stage. */
export function kindOf(stage: Stage): TaskKind | null {
  return KINDS[stage] ?? null
}

export type Ask = 'reason' | 'text' | 'text_more' | 'class' | 'days' | 'until' | 'handler'

/** One big button: the move behind it and what it asks for. `near`: the position is told. */
export interface Action {
  id: string
  move: string
  result?: string
  slot: Slot | null
  photo: boolean
  near: 'needed' | 'told' | 'no'
  asks: Ask[]
  tone: 'main' | 'warn' | ''
}

const action = (id: string, values: Partial<Action> = {}): Action => ({ id, move: id, slot: null, photo: false, near: 'no', asks: [], tone: '', ...values })
const verify = (id: string, values: Partial<Action> = {}): Action => action(id, { move: 'submit_verify', result: id, slot: 'media_before', photo: true, asks: ['text_more'], ...values })

const ACTIONS: Record<TaskKind, Action[]> = {
  verify: [verify('real', { tone: 'main' }), verify('not_found'), verify('wrong_class', { asks: ['class', 'text_more'] })],
  check: [
    action('pass_check', { slot: 'media_after', photo: true, near: 'needed', asks: ['text_more'], tone: 'main' }),
    action('fail_check', { slot: 'media_after', photo: true, near: 'needed', asks: ['reason'], tone: 'warn' }),
  ],
  handle: [
    action('finish', { slot: 'media_after', photo: true, near: 'told', asks: ['text'], tone: 'main' }),
    action('apply_extension', { slot: 'media_other', asks: ['reason', 'days'] }),
    action('apply_suspension', { slot: 'media_other', asks: ['reason', 'until'] }),
    action('apply_return', { slot: 'media_other', asks: ['reason'] }),
    action('finish_part', { slot: 'media_after', photo: true, asks: ['text'] }),
  ],
  assign: [action('assign', { asks: ['handler', 'text_more'], tone: 'main' }), action('apply_return', { slot: 'media_other', asks: ['reason'] })],
  confirm: [action('confirm', { asks: ['text_more'], tone: 'main' }), action('redo', { asks: ['reason'], tone: 'warn' })],
}

export interface Offered extends Action {
  allowed: boolean
  why: string | null
}

/** The buttons of a task. A move that is another duty's is left out; one that is not possible now says why. */
export function actionsOf(detail: Pick<CaseDetail, 'stage' | 'moves'>): Offered[] {
  const kind = kindOf(detail.stage)
  if (kind === null) return []
  const options = new Map<string, MoveOption>(detail.moves.map((option) => [option.move, option]))
  return ACTIONS[kind].flatMap((one) => {
    const option = options.get(one.move)
    if (option === undefined || option.why === 'case.not_your_duty') return []
    if (one.id === 'finish_part' && !option.allowed) return []
    const photo = one.photo || (one.slot !== null && option.needs.includes(one.slot))
    return [{ ...one, photo, allowed: option.allowed, why: option.why }]
  })
}

export interface Answers {
  reason: string
  text: string
  class_code: string
  /** Empty: once more the original limit. */
  days: number | ''
  until: string
  handler_id: number | null
}

export type Missing = 'photo' | 'place' | 'reason' | 'text' | 'class' | 'until' | 'handler'

/** What is still missing before it can be sent, in the order of the form; null when nothing is. */
export function missingFor(one: Action, answers: Answers, photos: number, here: Point | null): Missing | null {
  if (one.photo && photos === 0) return 'photo'
  if (one.near === 'needed' && here === null) return 'place'
  const empty: Partial<Record<Ask, boolean>> = {
    reason: answers.reason.trim() === '', text: answers.text.trim() === '', class: answers.class_code === '', until: answers.until === '', handler: answers.handler_id === null,
  }
  return (one.asks.find((ask) => empty[ask]) as Missing | undefined) ?? null
}

/** The body of the move, without photos: they get their numbers when they are sent. */
export function bodyFor(one: Action, version: number, answers: Answers, here: Point | null): Record<string, unknown> {
  const body: Record<string, unknown> = { move: one.move, version }
  if (one.result !== undefined) body.result = one.result
  if (one.near !== 'no' && here !== null) Object.assign(body, { lon: here.lon, lat: here.lat })
  if (one.asks.includes('reason')) body.reason = answers.reason.trim()
  if ((one.asks.includes('text') || one.asks.includes('text_more')) && answers.text.trim() !== '') body.text = answers.text.trim()
  if (one.asks.includes('class')) body.class_code = answers.class_code
  if (one.asks.includes('days') && answers.days !== '' && answers.days > 0) body.days = answers.days
  if (one.asks.includes('until')) body.until = `${answers.until}T18:00:00+08:00`
  if (one.asks.includes('handler')) body.handler_id = answers.handler_id
  return body
}

export type Due = { kind: 'untimed' } | { kind: 'left' | 'late'; minutes: number }

/** How long is left on the clock that governs now. */
export function dueOf(row: Pick<CaseRow, 'lamp_due_at'>, now: Date): Due {
  if (row.lamp_due_at === null) return { kind: 'untimed' }
  const minutes = minutesBetween(now, row.lamp_due_at)
  return minutes >= 0 ? { kind: 'left', minutes } : { kind: 'late', minutes: -minutes }
}

export function metresTo(row: Pick<CaseRow, 'lon' | 'lat'>, here: Point | null): number | null {
  return here === null || row.lon === null || row.lat === null ? null : metresBetween(here, { lon: row.lon, lat: row.lat })
}

const RANK = { overdue: 0, due_soon: 1, in_time: 2, none: 3, suspended: 4 }

/** Urgent first, then by lamp; within that the nearest when we know where we are, else the earliest due. */
export function sorted<T extends CaseRow>(rows: readonly T[], here: Point | null, now: Date): T[] {
  const far = (row: T): number => metresTo(row, here) ?? Number.MAX_SAFE_INTEGER
  const due = (row: T): number => (row.lamp_due_at === null ? Number.MAX_SAFE_INTEGER : Date.parse(row.lamp_due_at))
  return [...rows].sort(
    (a, b) => Number(b.urgent) - Number(a.urgent) || RANK[lampAt(a, now)] - RANK[lampAt(b, now)] || (here === null ? 0 : far(a) - far(b)) || due(a) - due(b) || a.id - b.id,
  )
}
