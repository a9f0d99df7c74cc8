import { listen, type LiveFact, type LiveState } from '@chengmai/api'
import { onScopeDispose, ref } from 'vue'

type FactHook = (fact: LiveFact) => void
type GapHook = () => void

const state = ref<LiveState>('connecting')
const facts = new Set<FactHook>()
const gaps = new Set<GapHook>()
let stop: (() => void) | undefined

/** Begin to hear the city; called once after sign-in. */
export function startLive(): void {
  stop ??= listen('/live', {
    onFact: (fact) => facts.forEach((hook) => hook(fact)),
    onGap: () => gaps.forEach((hook) => hook()),
    onState: (now) => {
      state.value = now
    },
  })
}

export function stopLive(): void {
  stop?.()
  stop = undefined
  state.value = 'connecting'
}

/** Hear facts (and breaks of the line) for as long as the calling component lives. */
export function useLive(hooks: { onFact?: FactHook; onGap?: GapHook } = {}): { state: typeof state } {
  if (hooks.onFact) facts.add(hooks.onFact)
  if (hooks.onGap) gaps.add(hooks.onGap)
  onScopeDispose(() => {
    if (hooks.onFact) facts.delete(hooks.onFact)
    if (hooks.onGap) gaps.delete(hooks.onGap)
  })
  return { state }
}
