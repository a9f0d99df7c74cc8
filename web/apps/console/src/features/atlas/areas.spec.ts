import { describe, expect, it } from 'vitest'
import { emptyForm, lacking } from './areas'

describe('an area that is drawn', () => {
  it('lacks a code, a name, who answers and its ground until they are there', () => {
    const form = emptyForm('sanitation', '2026-01-01')
    expect(lacking(form, 0)).toEqual(['code', 'name', 'who', 'shape'])
    expect(lacking({ ...form, code: 'HW1', name: '一片', party: '物业' }, 3)).toEqual([])
    expect(lacking({ ...form, code: ' ', name: '一片', organisation_id: 3 }, 3)).toEqual(['code'])
  })
})
