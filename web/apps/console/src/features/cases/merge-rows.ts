/** A list that changes under the reader's eyes without losing their place. */
export interface Keyed {
  id: number
}

export interface Merged<T> {
  rows: T[]
  /** Rows that were not there before. */
  arrived: number[]
  /** The kept row is no longer in this queue. */
  keptIsGone: boolean
}

/**
 * Join a freshly read head of the list with what is shown. The head replaces what it covers; rows further
 * down stay until they are read again; the row that is open (`keep`) stays even when it has left the queue.
 */
export function mergeRows<T extends Keyed>(shown: T[], head: T[], complete: boolean, keep: number | null): Merged<T> {
  const inHead = new Set(head.map((row) => row.id))
  const covered = shown.reduce((last, row, at) => (inHead.has(row.id) ? at : last), -1)
  const tail = complete ? [] : shown.slice(covered + 1).filter((row) => !inHead.has(row.id))
  const before = new Set(shown.map((row) => row.id))
  const rows = [...head, ...tail]
  const arrived = head.filter((row) => !before.has(row.id)).map((row) => row.id)

  const keptAt = shown.findIndex((row) => row.id === keep)
  const kept = shown[keptAt]
  const gone = kept !== undefined && !rows.some((row) => row.id === keep)
  if (gone) rows.splice(placeOfKept(shown, rows, keptAt), 0, kept)
  return { rows, arrived, keptIsGone: gone }
}

function placeOfKept<T extends Keyed>(shown: T[], rows: T[], keptAt: number): number {
  for (let at = keptAt - 1; at >= 0; at -= 1) {
    const neighbour = rows.findIndex((row) => row.id === shown[at]?.id)
    if (neighbour >= 0) return neighbour + 1
  }
  return 0
}
