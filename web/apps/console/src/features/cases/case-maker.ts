import type { CaseDetail, Clock } from '@chengmai/api'

/** A clock for specs, with honest defaults. */
export function makeClock(with_: Partial<Clock> = {}): Clock {
  return {
    kind: 'han', state: 'running', allowance: { amount: 8, unit: 'wh' }, started_at: '2026-03-05T01:00:00Z', due_at: '2026-03-05T09:00:00Z',
    stopped_at: null, spent_minutes: 120, left_minutes: 360, day_minutes: 480, overdue: false, ...with_,
  }
}

/** A case for specs, with honest defaults. */
export function makeCase(with_: Partial<CaseDetail> = {}): CaseDetail {
  return {
    id: 1, case_no: 'CM2026030500001', version: 3, stage: 'pending_dispatch', lamp: 'in_time', lamp_start_at: null, lamp_warn_at: null,
    lamp_due_at: '2026-03-05T09:00:00Z', due_at: null, kind: 'component', class_code: 'C0101', class_name: '上水井盖', description: '井盖破损', address: '河北大街 12 号',
    grid_code: '130302001001001', district_code: '130302', district_name: '海港区', organisation_id: null, organisation_name: null, source: 'hotline',
    reported_at: '2026-03-05T01:00:00Z', urgent: false, supervised: false, rework_no: 0, report_count: 1, lon: 119.6, lat: 39.93, thumbnail_url: null,
    condition: null, management_level: 'A', street_name: '文化路街道', community_name: '东环里社区', duty_grid_code: 'D01', grid_closed_on: null, grid_successors: [], occurred_at: null, handler: null, collector: null,
    suspended_until: null, clocks: [makeClock()], moves: [], reports: [], media: { before: [], after: [], check: [], other: [] }, parts: [], pending: null,
    supervisions: [], merged_into: null, merged: [], possible_duplicates: [],
    suggested: { organisation_id: 7, organisation_name: '市政处', collector_id: 9, collector_name: '李明' }, ...with_,
  }
}
