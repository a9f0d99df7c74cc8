import { newKey, type DeskInfo, type SavedView, type ViewDraft } from '@chengmai/api'
import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import { useKept } from '../../../shared/use-kept'
import { filtersOf, type CaseFilters } from '../filters'
import { chooseFirst, deleteView, listViews, readDesk, saveView } from './api'
import { shownColumns, type ShownColumn } from './columns'

export type DeskLayout = 'cards' | 'table'

const EMPTY: Pick<DeskInfo, 'columns' | 'first_columns'> = { columns: [], first_columns: [] }

/** The filter of a view as the desk's address says it. */
export function filtersOfView(view: Pick<SavedView, 'filter' | 'order'>, first: string): CaseFilters {
  const texts = Object.fromEntries(Object.entries(view.filter).map(([name, value]) => [name, String(value)]))
  return filtersOf({ ...texts, order: view.order }, first)
}

/** What of the desk's filter a view keeps: not the order, which it keeps beside it. */
export function filterToKeep(filters: CaseFilters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([name, value]) => value !== '' && name !== 'order'))
}

/** Saved views, the columns and the layout of this person's desk. */
export function useViews(first: ComputedRef<string>): {
  views: Ref<SavedView[]>
  desk: Ref<DeskInfo | undefined>
  chosen: Ref<number | null>
  layout: Ref<DeskLayout>
  columns: ComputedRef<ShownColumn[]>
  setColumns: (columns: ShownColumn[]) => void
  load: () => Promise<SavedView | undefined>
  open: (view: SavedView) => CaseFilters
  save: (id: number | null, draft: ViewDraft) => Promise<SavedView>
  drop: (id: number) => Promise<void>
  startWith: (id: number | null) => Promise<void>
} {
  const views = shallowRef<SavedView[]>([])
  const desk = shallowRef<DeskInfo>()
  const chosen = ref<number | null>(null)
  const layout = useKept<DeskLayout>('desk.layout', 'cards')
  const kept = useKept<ShownColumn[]>('desk.columns', [])

  async function load(): Promise<SavedView | undefined> {
    const [found, known] = await Promise.all([listViews(), desk.value ?? readDesk()])
    views.value = found
    desk.value = known
    return found.find((view) => view.first)
  }
  return {
    views,
    desk,
    chosen,
    layout,
    columns: computed(() => shownColumns(kept.value, desk.value ?? EMPTY)),
    setColumns: (columns) => (kept.value = columns),
    load,
    open: (view) => {
      chosen.value = view.id
      layout.value = view.layout
      if (view.columns.length > 0) kept.value = view.columns.map(({ key, width }) => ({ key, width: width ?? 0 }))
      return filtersOfView(view, first.value)
    },
    save: async (id, draft) => {
      const saved = await saveView(id, draft, newKey())
      chosen.value = saved.id
      await load()
      return saved
    },
    drop: async (id) => {
      await deleteView(id)
      if (chosen.value === id) chosen.value = null
      await load()
    },
    startWith: async (id) => {
      await chooseFirst(id)
      await load()
    },
  }
}
