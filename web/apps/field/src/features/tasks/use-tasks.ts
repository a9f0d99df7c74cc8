import { Problem, listen, type CaseRow } from '@chengmai/api'
import { usePosition } from '@chengmai/phone'
import { useNow } from '@chengmai/kit'
import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { useSession } from '../identity/session'
import { useOutbox } from '../outbox/use-outbox'
import { myTasks, readCase } from './api'
import { sorted } from './model'

export interface Task extends CaseRow {
  waiting: boolean
}

export interface Tasks {
  tasks: ComputedRef<Task[]>
  loaded: Ref<boolean>
  keptAt: Ref<string | null>
  problem: Ref<unknown>
  load: () => Promise<void>
}

const rows = shallowRef<CaseRow[]>([])
const loaded = shallowRef(false)
const PREFETCHED = 20

/** My tasks, nearest and most pressing first; those already done here and waiting to be sent come last. */
export function useTasks(): Tasks {
  const router = useRouter()
  const session = useSession()
  const { items, sentCount } = useOutbox()
  const { fix, locate } = usePosition()
  const now = useNow()
  const keptAt = shallowRef<string | null>(null)
  const problem = shallowRef<unknown>()

  async function load(): Promise<void> {
    problem.value = undefined
    try {
      const answer = await myTasks(session.me.value?.duties ?? [])
      rows.value = answer.value
      keptAt.value = answer.at
      loaded.value = true
      if (answer.at === null) void prefetch(answer.value)
    } catch (reason) {
      if (reason instanceof Problem && reason.status === 401) await router.replace({ path: '/sign-in', query: { to: router.currentRoute.value.fullPath } })
      else problem.value = reason
    }
  }

  const waiting = computed(() => new Set(items.value.map((item) => item.case_id)))
  const tasks = computed(() => {
    const inOrder = sorted(rows.value, fix.value, now.value).map((row): Task => ({ ...row, waiting: waiting.value.has(row.id) }))
    return [...inOrder.filter((row) => !row.waiting), ...inOrder.filter((row) => row.waiting)]
  })
  watch(sentCount, load)
  const stop = listen('/live', { onFact: () => void soon(), onGap: () => void load() })
  let timer: ReturnType<typeof setTimeout> | undefined
  function soon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void load(), 1_500)
  }
  const back = (): void => void load()
  window.addEventListener('online', back)
  onScopeDispose(() => {
    stop()
    window.removeEventListener('online', back)
    clearTimeout(timer)
  })
  void locate()
  void load()
  return { tasks, loaded, keptAt, problem, load }
}

/** The pages of the first tasks are kept, so that they open without a network. */
async function prefetch(found: CaseRow[]): Promise<void> {
  for (const row of found.slice(0, PREFETCHED)) {
    await readCase(row.id).catch(() => undefined)
    if (row.thumbnail_url === null) continue
    for (const url of [row.thumbnail_url, row.thumbnail_url.replace(/\/thumb$/, '/view')]) await fetch(url).catch(() => undefined)
  }
}
