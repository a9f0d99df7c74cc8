import { onMounted, onUnmounted } from 'vue'

export interface DeskKeys {
  step: (by: number) => void
  open: () => void
  /** A letter that may start a move; true when it did. */
  letter: (key: string) => boolean
  escape: () => void
  /** The step with this number, 1 to 9; true when there is one. */
  number?: (n: number) => boolean
  /** Choose or let go what the keys stand on; `many`: and everything up to there. */
  pick?: (many: boolean) => void
  all?: () => void
  /** Further letters of the desk, by key. */
  more?: Record<string, () => void>
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Element Plus leaves closed dialogs in the page: only one that is drawn counts. */
function dialogIsOpen(): boolean {
  return [...document.querySelectorAll('dialog[open], .el-overlay-dialog')].some((dialog) => dialog.getClientRects().length > 0)
}

/** The keys of the desk: J and K walk the list (with Shift they choose on the way), X or the space bar chooses, A F D M and
 * the digits start a move, further letters open its tools, Escape steps back. */
export function useDeskKeys(keys: DeskKeys): void {
  function hear(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey) return
    if (isTyping(event.target) || dialogIsOpen()) return
    const onList = event.target instanceof HTMLElement && event.target.closest('#case-list') !== null
    const key = event.key.toLowerCase()
    if (event.ctrlKey || event.metaKey) {
      if (key !== 'a' || !onList || !keys.all) return
      keys.all()
      event.preventDefault()
      return
    }
    const by = key === 'j' || (onList && key === 'arrowdown') ? 1 : key === 'k' || (onList && key === 'arrowup') ? -1 : 0
    const onControl = event.target instanceof HTMLElement && event.target.closest('button, a, input, summary') !== null
    if (by !== 0) {
      if (event.shiftKey) keys.pick?.(true)
      keys.step(by)
      if (event.shiftKey) keys.pick?.(true)
    } else if (keys.pick && (key === 'x' || (key === ' ' && !onControl))) keys.pick(event.shiftKey)
    else if (/^[1-9]$/.test(key) && keys.number) {
      if (!keys.number(Number(key))) return
    } else if (keys.more?.[key]) keys.more[key]()
    else if (event.key === 'Enter' && (onList || event.target === document.body)) keys.open()
    else if (event.key === 'Escape') keys.escape()
    else if (!/^[afdm]$/i.test(event.key) || !keys.letter(event.key)) return
    event.preventDefault()
  }
  onMounted(() => window.addEventListener('keydown', hear))
  onUnmounted(() => window.removeEventListener('keydown', hear))
}
