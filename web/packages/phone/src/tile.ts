/** One picture or film as the strip of photos shows it. `share`: how much has been sent, 0 to 1. */
export interface Tile {
  key: string
  src: string
  kind: 'image' | 'video'
  state: 'kept' | 'sending' | 'failed'
  share: number
}
