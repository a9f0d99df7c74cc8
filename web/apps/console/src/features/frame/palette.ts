import type { IconName } from '@chengmai/kit'

export interface Command {
  id: string
  title: string
  hint?: string
  icon: IconName
  /** Further words that find it: pinyin initials, English, codes. */
  words?: string
  run: () => void
}

/** How well a command answers what was typed; 0 means not at all. Letters may be skipped, order counts. */
export function scoreOf(command: Pick<Command, 'title' | 'hint' | 'words'>, typed: string): number {
  const wish = typed.trim().toLowerCase()
  if (wish === '') return 1
  const title = command.title.toLowerCase()
  if (title.startsWith(wish)) return 100 - title.length / 100
  if (title.includes(wish)) return 80 - title.length / 100
  const words = `${command.words ?? ''} ${command.hint ?? ''}`.toLowerCase()
  if (words.split(/\s+/).some((word) => word.startsWith(wish))) return 60
  if (words.includes(wish)) return 40
  return isSubsequence(wish, title) ? 20 : 0
}

function isSubsequence(wish: string, text: string): boolean {
  let from = 0
  for (const letter of wish) {
    const found = text.indexOf(letter, from)
    if (found < 0) return false
    from = found + 1
  }
  return true
}

/** The commands that answer, best first; equal ones keep their order. */
export function matching<T extends Command>(commands: T[], typed: string, limit = 12): T[] {
  return commands
    .map((command, at) => ({ command, at, score: scoreOf(command, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, limit)
    .map(({ command }) => command)
}
