import type { CaseDetail, Media, MoveOption } from '@chengmai/api'

export type Need =
  | 'reason' | 'text' | 'place' | 'class_code' | 'condition_id' | 'organisation_id' | 'co_organisation_ids' | 'handler_id' | 'collector_id'
  | 'media_before' | 'media_after' | 'media_other' | 'result' | 'until' | 'days' | 'master_id' | 'level' | 'close_condition_met'

export interface Field {
  need: Need
  required: boolean
}

export interface MoveValues {
  reason: string
  text: string
  place: { lon: number; lat: number } | null
  class_code: string
  condition_id: number | null
  organisation_id: number | null
  co_organisation_ids: number[]
  handler_id: number | null
  collector_id: number | null
  media_before: Media[]
  media_after: Media[]
  media_other: Media[]
  result: string
  until: string
  days: number | null
  master_id: number | null
  level: string
  close_condition_met: boolean
}

const ORDER: Need[] = [
  'result', 'level', 'master_id', 'class_code', 'condition_id', 'place', 'organisation_id', 'co_organisation_ids', 'handler_id', 'collector_id',
  'days', 'until', 'media_before', 'media_after', 'media_other', 'close_condition_met', 'reason', 'text',
]

/** The fields of a move's form in a fixed order: what it needs, then what it may be told. */
export function fieldsOf(option: Pick<MoveOption, 'needs' | 'may'>, detail: Pick<CaseDetail, 'grid_code'>): Field[] {
  const all = [
    ...option.needs.map((need) => ({ need: need as Need, required: true })),
    ...option.may.map((need) => ({ need: need as Need, required: false })),
  ]
  return all
    .filter(({ need }) => ORDER.includes(need) && !(need === 'place' && detail.grid_code !== ''))
    .sort((a, b) => ORDER.indexOf(a.need) - ORDER.indexOf(b.need))
}

/** A form as it opens: what the case knows already is filled in, what is suggested is chosen. */
export function firstValues(move: string, detail: CaseDetail): MoveValues {
  const { suggested } = detail
  return {
    reason: '',
    text: '',
    place: null,
    class_code: detail.class_code,
    condition_id: detail.condition?.id ?? null,
    organisation_id: move === 'dispatch' ? suggested.organisation_id : null,
    co_organisation_ids: [],
    handler_id: null,
    collector_id: suggested.collector_id,
    media_before: [],
    media_after: [],
    media_other: [],
    result: '',
    until: '',
    days: null,
    master_id: detail.possible_duplicates[0]?.id ?? null,
    level: move === 'supervise' ? 'yellow' : '',
    close_condition_met: false,
  }
}

function isEmpty(value: MoveValues[Need]): boolean {
  return value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0) || (typeof value === 'string' && value.trim() === '')
}

/** The required fields that are still empty, in the order of the form. */
export function missing(fields: Field[], values: MoveValues): Need[] {
  return fields.filter(({ need, required }) => required && isEmpty(values[need])).map(({ need }) => need)
}

/** The body of `POST /cases/{id}/moves`: only what the form showed and the person filled in. */
export function bodyOf(move: string, version: number, fields: Field[], values: MoveValues): Record<string, unknown> {
  const body: Record<string, unknown> = { move, version }
  for (const { need } of fields) {
    const value = values[need]
    if (isEmpty(value)) continue
    if (need === 'place') Object.assign(body, values.place)
    else if (need === 'until') body.until = `${values.until}T18:00:00+08:00`
    else if (need.startsWith('media_')) body[need] = (value as Media[]).map((media) => media.id)
    else body[need] = typeof value === 'string' ? value.trim() : value
  }
  return body
}

const RESULTS: Record<string, string[]> = {
  submit_verify: ['real', 'not_found', 'wrong_class'],
  special_close: ['no_owner', 'litigation', 'project', 'enforcement', 'force_majeure', 'notice'],
}

/** The answers to choose from where a move asks for a result. */
export function resultsFor(move: string): string[] {
  return RESULTS[move] ?? []
}

/** What somebody else changed between the page and now, as the keys of the words to show. */
export function changesBetween(before: CaseDetail, now: CaseDetail): { key: string; from: string; to: string }[] {
  const pairs: [string, string | null | undefined, string | null | undefined][] = [
    ['stage', before.stage, now.stage],
    ['class', before.class_name, now.class_name],
    ['organisation', before.organisation_name, now.organisation_name],
    ['handler', before.handler?.name, now.handler?.name],
    ['pending', before.pending?.kind, now.pending?.kind],
  ]
  return pairs.filter(([, from, to]) => (from ?? '') !== (to ?? '')).map(([key, from, to]) => ({ key, from: from ?? '', to: to ?? '' }))
}
