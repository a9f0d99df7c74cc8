import { onMounted, onUnmounted } from 'vue'

export interface DeskKeys {
  step: (by: number) => void
  open: () => void
  /** A letter that may start a move; true when it did. */
  letter: (key: string) => boolean
  escape: () => void
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Element Plus leaves closed dialogs in the page: only one that is drawn counts. */
function dialogIsOpen(): boolean {
  return [...document.querySelectorAll('dialog[open], .el-overlay-dialog')].some((dialog) => dialog.getClientRects().length > 0)
}

/** The letters of the desk: J and K walk the list, A F D M start a move, Escape steps back. */
export function useDeskKeys(keys: DeskKeys): void {
  function hear(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (isTyping(event.target) || dialogIsOpen()) return
    const onList = event.target instanceof HTMLElement && event.target.closest('#case-list') !== null
    if (event.key === 'j' || event.key === 'J' || (onList && event.key === 'ArrowDown')) keys.step(1)
    else if (event.key === 'k' || event.key === 'K' || (onList && event.key === 'ArrowUp')) keys.step(-1)
    else if (event.key === 'Enter' && (onList || event.target === document.body)) keys.open()
    else if (event.key === 'Escape') keys.escape()
    else if (!/^[afdm]$/i.test(event.key) || !keys.letter(event.key)) return
    event.preventDefault()
  }
  onMounted(() => window.addEventListener('keydown', hear))
  onUnmounted(() => window.removeEventListener('keydown', hear))
}
