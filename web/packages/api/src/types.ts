/** The shapes of the HTTP edge, as the screens use them. */
export type Stage =
  | 'reported' | 'verifying' | 'pending_register' | 'pending_dispatch' | 'pending_department' | 'handling'
  | 'suspended' | 'feedback' | 'pending_check' | 'checking' | 'pending_close' | 'self_audit'
  | 'closed' | 'special_closed' | 'rejected' | 'not_registered' | 'voided' | 'merged'
export type Lamp = 'in_time' | 'due_soon' | 'overdue' | 'suspended' | 'none'
export type ClockKind = 'acc' | 'ver' | 'reg' | 'dis' | 'han' | 'chk' | 'clo'
export type TimeUnit = 'eh' | 'ed' | 'wh' | 'wd'

export interface Me {
  id: number
  name: string
  organisation: { id: number; name: string; kind: string }
  duties: string[]
  sees_whole_city: boolean
  expires_at: string
  server_time: string
}

export interface CaseRow {
  id: number
  case_no: string
  version: number
  stage: Stage
  lamp: Lamp
  lamp_start_at: string | null
  lamp_warn_at: string | null
  lamp_due_at: string | null
  due_at: string | null
  kind: string
  class_code: string
  class_name: string | null
  description: string
  address: string
  grid_code: string
  district_code: string
  district_name: string | null
  organisation_id: number | null
  organisation_name: string | null
  source: string
  reported_at: string
  urgent: boolean
  supervised: boolean
  rework_no: number
  report_count: number
  lon: number | null
  lat: number | null
  thumbnail_url: string | null
}

export interface Allowance {
  amount: number
  unit: TimeUnit
}

export interface Clock {
  kind: ClockKind
  state: 'running' | 'paused' | 'stopped' | 'voided'
  allowance: Allowance | null
  started_at: string
  due_at: string | null
  stopped_at: string | null
  spent_minutes: number
  left_minutes: number | null
  overdue: boolean
}

export interface MoveOption {
  move: string
  allowed: boolean
  why: string | null
  needs: string[]
  may: string[]
}

export interface Media {
  id: number
  kind: 'image' | 'video' | 'audio' | 'document'
  content_type: string
  bytes: number
  width: number | null
  height: number | null
  taken_at: string | null
  position: { lon: number; lat: number } | null
  url: string
  thumbnail_url: string | null
}

export interface Report {
  tracking_no: string
  source: string
  text: string
  at: string
  contact: { id: number; masked_name: string; masked_phone: string } | null
  media: Media[]
}

export interface CaseDetail extends CaseRow {
  condition: { id: number; text: string; limit: Allowance | null; close_condition: string } | null
  management_level: string
  street_name: string | null
  community_name: string | null
  duty_grid_code: string
  occurred_at: string | null
  handler: { id: number; name: string } | null
  collector: { id: number; name: string } | null
  suspended_until: string | null
  clocks: Clock[]
  moves: MoveOption[]
  reports: Report[]
  media: { before: Media[]; after: Media[]; check: Media[]; other: Media[] }
  parts: { organisation_id: number; organisation_name: string | null; due_at: string | null; done_at: string | null; mandatory: boolean }[]
  pending: { kind: string; by: number | null; by_name: string; reason: string; at: string; level: number; duty: string; days: number; until: string | null } | null
  supervisions: { level: string; text: string; by: number | null; by_name: string | null; at: string; due_at: string | null }[]
  merged_into: number | null
  merged: { id: number; case_no: string }[]
  possible_duplicates: { id: number; case_no: string; metres: number; description: string; reported_at: string }[]
  suggested: { organisation_id: number | null; organisation_name: string | null; collector_id: number | null; collector_name: string | null }
}

export interface TimelineEntry {
  seq: number
  at: string
  name: string
  move: string | null
  duty: string | null
  actor_id: number | null
  actor_name: string | null
  source: string | null
  target: string | null
  reason: string
  organisation_name: string | null
  media: Media[]
  details: Record<string, unknown>
}

export interface Page<T> {
  items: T[]
  next: string | null
}

export interface QueueCount {
  queue: string
  count: number
  due_soon: number
  overdue: number
}

export interface TodayFigures {
  reported: number
  registered: number
  dispatched: number
  disposed: number
  closed: number
  open: number
  overdue: number
  on_time_rate: number | null
}

export interface Today extends TodayFigures {
  by_hour: { hour: number; reported: number; closed: number }[]
  by_class: { class_code: string; class_name: string; count: number }[]
  by_district: { district_code: string; district_name: string; reported: number; open: number; closed: number; overdue: number }[]
  /** The same counts of yesterday up to this hour. */
  compare: Partial<Record<keyof TodayFigures, number>>
}

export interface ClassCondition {
  id: number
  no: number
  text: string
  limits: Record<string, Allowance>
  close_condition: string
  source?: string
  clause?: string
}

export interface MatterClass {
  code: string
  kind: 'component' | 'matter'
  major_code: string
  major_name: string
  name: string
  valid_from?: string | null
  valid_to?: string | null
  source?: string
  clause?: string
  self_disposable: boolean
  conditions: ClassCondition[]
}

export interface Organisation {
  id: number
  name: string
  kind: string
  parent_id: number | null
  path: string
  division?: string
}

export interface Person {
  id: number
  name: string
  organisation_id: number
  organisation_name: string
  duties: string[]
}

export interface Division {
  code: string
  name: string
  level: number | string
}

export interface Place {
  name: string
  kind: string
  lon: number
  lat: number
  detail: string
}

export interface GridPlace {
  lon: number
  lat: number
  grid_code: string
  management_level: string
  community_code: string
  community_name: string
  street_name: string
  district_code: string
  district_name: string
  duty_grid_code: string | null
}

export interface CalendarDay {
  date: string
  working: boolean
  name: string
  source?: string
}

export interface ImportMapping {
  columns: Record<string, string>
  date_order: string
  coordinate_system: string
}

export interface ImportJob {
  id: number
  file_name: string
  kind: string
  encoding: string
  state: 'reading' | 'ready' | 'running' | 'done' | 'cancelled' | 'failed'
  dry_run: boolean
  total: number
  done: number
  created: number
  repeated: number
  refused: number
  mapping: Partial<ImportMapping>
  columns: string[]
  notes: string[]
  error: string
  at: string
  finished_at: string | null
  preview: string[][]
}

export interface ImportRow {
  number: number
  state: 'pending' | 'created' | 'repeated' | 'refused'
  reason: string | null
  reason_words: string | null
  detail: string
  values: string[]
  case_id: number | null
  case_no: string
  tracking_no: string
}

export interface Receipt {
  case_id: number
  case_no: string
  tracking_no: string
}

export interface DeadLetter {
  id: number
  reaction: string
  entry_id: number
  name: string
  subject: string
  error: string
  tries: number
  died_at: string
  replayed_at: string | null
}

export interface LedgerRow {
  id: number
  seq: number
  name: string
  actor_id: number | null
  at: string
  place: unknown
  payload: Record<string, unknown>
  algorithm: string
  prev_hash: string
  hash: string
}
