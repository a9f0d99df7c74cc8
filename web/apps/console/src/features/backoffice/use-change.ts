import { newKey, Problem, type TableDetail, type TablePreview, type TableRow } from '@chengmai/api'
import { computed, ref, shallowRef, watch } from 'vue'
import { previewChange, takeChange, type Ask } from './api'
import { changedValues, cityToday, emptyValues, needsDay, type Values } from './model'

export type Doing = Ask['doing']

/** One change of one row: what was typed, what it would do, and taking it. */
export function useChange(table: TableDetail, row: TableRow | undefined, done: (row: TableRow) => void) {
  const doing = ref<Doing>(row ? 'change' : 'add')
  const values = ref<Values>(row ? { ...(row.values as Values) } : emptyValues(table))
  const on = ref(cityToday())
  const reason = ref('')
  const busy = ref(false)
  const preview = shallowRef<TablePreview>()
  const problem = shallowRef<unknown>()
  let key = newKey()

  const changed = computed(() => changedValues(table, row, values.value))
  const writing = computed(() => doing.value === 'add' || doing.value === 'change')
  const asksDay = computed(() => (writing.value ? needsDay(table, row, changed.value) : doing.value === 'end' && table.dated))
  const idle = computed(() => writing.value && Object.keys(changed.value).length === 0)
  const field = computed(() => (problem.value instanceof Problem ? String(problem.value.facts.field ?? '') : ''))
  const remedy = computed(() => (problem.value instanceof Problem ? String(problem.value.facts.remedy ?? '') : ''))

  watch([values, on, doing], () => {
    preview.value = undefined
    problem.value = undefined
    key = newKey()
  }, { deep: true })

  function asked(): Ask {
    return {
      doing: doing.value,
      reason: reason.value.trim(),
      ...(row ? { pk: row.pk, version: row.version } : {}),
      ...(writing.value ? { values: changed.value } : {}),
      ...(asksDay.value ? { on: on.value } : {}),
    }
  }
  async function run(what: () => Promise<void>): Promise<void> {
    busy.value = true
    problem.value = undefined
    try {
      await what()
    } catch (reason_) {
      problem.value = reason_
    } finally {
      busy.value = false
    }
  }
  const look = (): Promise<void> => run(async () => {
    preview.value = await previewChange(table.id, asked())
  })
  const take = (): Promise<void> => run(async () => done(await takeChange(table.id, asked(), key)))
  return { doing, values, on, reason, busy, preview, problem, field, remedy, changed, writing, asksDay, idle, look, take }
}
