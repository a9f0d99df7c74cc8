const NARROW = '(width <= 640px)'

const spanOf = (cell: HTMLTableCellElement): number => Number(cell.getAttribute('colspan') ?? 1)

const wordsOf = (cell: Element): string => [...cell.childNodes].map((part) => part.textContent?.trim() ?? '').filter(Boolean).join(' ')

/** The words above each column; a cell that spans several gives them all the same word. */
function headingsOf(table: HTMLTableElement): string[] {
  return [...table.querySelectorAll<HTMLTableCellElement>('thead tr:first-child > *')].flatMap((cell) => Array.from({ length: spanOf(cell) }, () => wordsOf(cell)))
}

/** Write beside every cell what stands above its column, for `table.table` in phone's width. */
export function labelCells(table: HTMLTableElement): void {
  const headings = headingsOf(table)
  for (const row of table.querySelectorAll('tbody tr')) {
    let at = 0
    for (const cell of row.querySelectorAll<HTMLTableCellElement>(':scope > td, :scope > th')) {
      const word = cell.tagName === 'TD' && spanOf(cell) === 1 ? (headings[at] ?? '') : ''
      if (cell.dataset.label !== word) cell.dataset.label = word
      at += spanOf(cell)
    }
  }
}

/** On a phone rows of tables become cards (controls.css), and every cell says which column it was. */
export function stackTables(root: HTMLElement = document.body): void {
  const narrow = matchMedia(NARROW)
  let asked = 0
  const label = (): void => {
    asked = 0
    for (const table of root.querySelectorAll<HTMLTableElement>('table.table')) labelCells(table)
  }
  const ask = (): void => {
    asked ||= requestAnimationFrame(label)
  }
  const watcher = new MutationObserver(ask)
  const turn = (): void => {
    watcher.disconnect()
    if (!narrow.matches) return
    watcher.observe(root, { childList: true, subtree: true, characterData: true })
    ask()
  }
  narrow.addEventListener('change', turn)
  turn()
}
