import { onScopeDispose, ref, type Ref } from 'vue'

const now = ref(new Date())
let holders = 0
let timer: number | undefined

/** The present moment, one shared ref that moves every ten seconds while somebody looks. */
export function useNow(): Ref<Date> {
  holders += 1
  if (timer === undefined) {
    now.value = new Date()
    timer = window.setInterval(() => {
      now.value = new Date()
    }, 10_000)
  }
  onScopeDispose(() => {
    holders -= 1
    if (holders === 0) {
      window.clearInterval(timer)
      timer = undefined
    }
  })
  return now
}
