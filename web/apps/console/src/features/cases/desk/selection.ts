import type { CaseRow } from '@chengmai/api'
import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue'

export interface Selection {
  ids: Ref<ReadonlySet<number>>
  count: ComputedRef<number>
  toggle: (id: number) => void
  /** Everything between the row that was toggled last and this one. */
  extend: (id: number) => void
  all: () => void
  clear: () => void
  has: (id: number) => boolean
  /** The chosen rows that are loaded, in the list's order. */
  rows: ComputedRef<CaseRow[]>
}

/** Which cases are chosen. Rows may come and go meanwhile; a choice is kept by number. */
export function useSelection(rows: Ref<CaseRow[]>): Selection {
  const ids = shallowRef<ReadonlySet<number>>(new Set())
  const seen = new Map<number, CaseRow>()
  const anchor = ref<number | null>(null)

  function change(act: (next: Set<number>) => void): void {
    const next = new Set(ids.value)
    act(next)
    ids.value = next
  }
  function toggle(id: number): void {
    anchor.value = id
    change((next) => (next.has(id) ? next.delete(id) : next.add(id)))
  }
  function extend(id: number): void {
    const to = rows.value.findIndex((row) => row.id === id)
    const from = rows.value.findIndex((row) => row.id === anchor.value)
    if (to < 0) return
    if (from < 0) return toggle(id)
    change((next) => rows.value.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((row) => next.add(row.id)))
  }
  return {
    ids,
    count: computed(() => ids.value.size),
    toggle,
    extend,
    all: () => change((next) => rows.value.forEach((row) => next.add(row.id))),
    clear: () => {
      anchor.value = null
      seen.clear()
      if (ids.value.size > 0) ids.value = new Set()
    },
    has: (id) => ids.value.has(id),
    rows: computed(() => {
      for (const row of rows.value) if (ids.value.has(row.id)) seen.set(row.id, row)
      const order = new Map(rows.value.map((row, at) => [row.id, at]))
      return [...ids.value]
        .flatMap((id) => seen.get(id) ?? [])
        .sort((a, b) => (order.get(a.id) ?? Infinity) - (order.get(b.id) ?? Infinity))
    }),
  }
}
