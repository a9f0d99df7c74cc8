/** A piece of a text; `found` where the searched words stand. */
export interface Piece {
  text: string
  found: boolean
}

/** Cut a text at its marks (begin and end in characters, as the server counts them). */
export function piecesOf(text: string, marks: readonly (readonly number[])[] | undefined): Piece[] {
  const characters = [...text]
  const pieces: Piece[] = []
  let at = 0
  const put = (until: number, found: boolean) => {
    if (until > at) pieces.push({ text: characters.slice(at, until).join(''), found })
    at = Math.max(at, until)
  }
  for (const [begin = 0, end = 0] of marks ?? []) {
    put(Math.min(begin, characters.length), false)
    put(Math.min(end, characters.length), true)
  }
  put(characters.length, false)
  return pieces
}
