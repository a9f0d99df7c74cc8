export interface LiveFact {
  id: number
  name: string
  subject: string
  at: string
  payload: Record<string, unknown>
}

export type LiveState = 'connecting' | 'live' | 'down'

export interface LiveHooks {
  onFact: (fact: LiveFact) => void
  onState?: (state: LiveState) => void
  /** The line was broken and is back: what happened in between must be read again. */
  onGap?: () => void
}

const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

/** The pause before the n-th new try, doubling up to half a minute. */
export function pauseBefore(tries: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, tries - 1))
}

/** Listen to the city's facts; comes back by itself after a break. Call the result to stop. */
export function listen(url: string, hooks: LiveHooks): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let tries = 0
  let wasLive = false
  let stopped = false

  const open = (): void => {
    hooks.onState?.('connecting')
    source = new EventSource(url, { withCredentials: true })
    const alive = (): void => {
      if (wasLive && tries > 0) hooks.onGap?.()
      tries = 0
      wasLive = true
      hooks.onState?.('live')
    }
    source.onopen = alive
    source.addEventListener('fact', (event) => {
      try {
        hooks.onFact(JSON.parse((event as MessageEvent<string>).data) as LiveFact)
      } catch {
        hooks.onGap?.()
      }
    })
    source.onerror = () => {
      source?.close()
      if (stopped) return
      tries += 1
      hooks.onState?.('down')
      timer = setTimeout(open, pauseBefore(tries))
    }
  }

  open()
  return () => {
    stopped = true
    clearTimeout(timer)
    source?.close()
  }
}
