import type { CaseRow } from '@chengmai/api'

/** A case that another may be merged into. */
export interface Master {
  id: number
  case_no: string
  description: string
  metres: number | null
}

const LEAST = 4

/** What was typed as a case number, or part of one; undefined when it is too short to look up. */
export function numberTyped(typed: string): string | undefined {
  const bare = typed.replace(/[\s#]/g, '')
  return bare.length >= LEAST ? bare : undefined
}

/** The cases to choose from: those near by, then those found by number; never the case itself, none twice. */
export function mastersOf(own: number, near: Master[], found: Pick<CaseRow, 'id' | 'case_no' | 'description' | 'class_name'>[]): Master[] {
  const seen = new Set([own, ...near.map(({ id }) => id)])
  const others = found.filter(({ id }) => !seen.has(id)).map((row) => ({ id: row.id, case_no: row.case_no, description: row.description || row.class_name || '', metres: null }))
  return [...near, ...others]
}
