import { onMounted, onUnmounted, ref, type Ref } from 'vue'
import { useLive } from '../../shared/live'
import { countUnread } from './api'

const PAUSE = 60_000
/** The worker that tells needs a moment after the fact; many facts are one look. */
const AFTER_FACT = 4_000

/** How many notices are unread: at the start, each minute, and soon after something happened in the city. */
export function useUnread(): { unread: Ref<number>; look: () => Promise<void> } {
  const unread = ref(0)
  let timer: ReturnType<typeof setInterval> | undefined
  let soon: ReturnType<typeof setTimeout> | undefined

  async function look(): Promise<void> {
    // A failed look says nothing new: the banner tells when the server is away.
    if (!document.hidden) unread.value = await countUnread().catch(() => unread.value)
  }
  function lookSoon(): void {
    soon ??= setTimeout(() => {
      soon = undefined
      void look()
    }, AFTER_FACT)
  }
  useLive({ onFact: lookSoon, onGap: lookSoon })
  onMounted(() => {
    void look()
    timer = setInterval(() => void look(), PAUSE)
    document.addEventListener('visibilitychange', look)
  })
  onUnmounted(() => {
    clearInterval(timer)
    clearTimeout(soon)
    document.removeEventListener('visibilitychange', look)
  })
  return { unread, look }
}
