import type { CensusChoices, CensusLayer, CensusTarget } from '@chengmai/api'
import { describe, expect, it } from 'vitest'
import { assign, isGoing, mean, missing, shareOf, stepOf, systemsFor } from './model'

const target = { name: 'components', title: '部件', shape: 'point', geometry_needed: true, filtered_by_area: true, rows: 0, fields: [
  { name: 'code', title: '标识码', kind: 'code', needed: true, longest: 0, choices: [] },
] } as CensusTarget
const layer = { name: 'a', title: 'a', rows: 2, columns: ['x', 'y', 'z'], shape: '', system: '', encoding: 'utf-8', notes: [], hidden: false, guessed_target: '', sample: [], finding: { system: 'wgs84', sure: false, why: '', candidates: ['wgs84', 'gcj02'], swapped: false } } as CensusLayer
const choices = (more: Partial<CensusChoices> = {}): CensusChoices => ({ layer: 'a', encoding: '', system: '', swapped: false, columns: {}, values: {}, constants: {}, unknown_organisations: 'refuse', bad_pictures: 'leave', blanks: 'keep', date_order: '', ...more })

describe('the wizard', () => {
  it('names what is missing before a check may begin', () => {
    expect(missing(undefined, layer, choices())).toEqual(['target'])
    expect(missing(target, layer, choices())).toEqual(['标识码', 'lon_lat'])
    expect(missing(target, layer, choices({ columns: { code: 0, lon: 1, lat: 2 } }))).toEqual(['system'])
    expect(missing(target, layer, choices({ columns: { code: 0, lon: 1, lat: 2 }, system: 'gcj02' }))).toEqual([])
  })
  it('lets a column fill one field only', () => {
    expect(assign({ code: 0, note: 1 }, 'state', 1)).toEqual({ code: 0, state: 1 })
    expect(assign({ code: 0 }, 'code', null)).toEqual({})
  })
  it('keeps one meaning per text', () => {
    expect(mean({}, 'state', '好', 'intact')).toEqual({ state: { 好: 'intact' } })
    expect(mean({ state: { 好: 'intact' } }, 'state', '好', '')).toEqual({ state: {} })
  })
  it('offers fitting systems first and each once', () => {
    expect(systemsFor(layer)).toEqual(['wgs84', 'gcj02', 'cgcs2000', 'bd09'])
  })
  it('knows where an import stands', () => {
    expect(isGoing({ state: 'taking' })).toBe(true)
    expect(stepOf({ state: 'checked', taken: 0, checked_at: null })).toBe('compare')
    expect(stepOf({ state: 'cancelled', taken: 5, checked_at: null })).toBe('done')
    expect(shareOf({ step: 'taking', done: 5, total: 10 })).toBe(0.5)
    expect(shareOf({ step: 'comparing', done: 5, total: 10 })).toBe(null)
  })
})
