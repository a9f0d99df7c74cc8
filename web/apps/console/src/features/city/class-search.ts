import type { MatterClass } from '@chengmai/api'

/** Classes whose code or name answers the typed words, best first; every word must be found. */
export function findClasses(classes: MatterClass[], typed: string, limit = 40): MatterClass[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return classes.slice(0, limit)
  return classes
    .map((item) => ({ item, score: score(item, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.item.code.localeCompare(b.item.code))
    .slice(0, limit)
    .map(({ item }) => item)
}

function score(item: MatterClass, words: string[]): number {
  const code = item.code.toLowerCase()
  const bare = code.replace(/^[a-z]/, '')
  let sum = 0
  for (const word of words) {
    if (code === word || bare === word) sum += 100
    else if (code.startsWith(word) || bare.startsWith(word)) sum += 50
    else if (item.name.startsWith(word)) sum += 40
    else if (item.name.includes(word)) sum += 30
    else if (item.major_name.includes(word)) sum += 10
    else if (item.conditions.some((condition) => condition.text.includes(word))) sum += 5
    else return 0
  }
  return sum
}
