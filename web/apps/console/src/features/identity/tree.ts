import type { Organisation } from '@chengmai/api'

export interface Branch {
  unit: Organisation
  depth: number
  /** The unit itself answers the search; others are shown because they lead to one that does. */
  hit: boolean
}

/** The tree of organisations as indented rows, filtered by name; ancestors of a hit stay visible. */
export function branches(units: Organisation[], { typed = '', below = '' }: { typed?: string; below?: string }): Branch[] {
  const wish = typed.trim()
  const within = below ? units.filter((unit) => unit.path.startsWith(below)) : units
  const known = new Set(within.map((unit) => unit.id))
  const children = new Map<number | null, Organisation[]>()
  for (const unit of within) {
    const above = unit.parent_id ?? null
    const parent = above !== null && known.has(above) ? above : null
    children.set(parent, [...(children.get(parent) ?? []), unit])
  }
  const walk = (parent: number | null, depth: number): Branch[] =>
    (children.get(parent) ?? []).flatMap((unit) => {
      const hit = wish === '' || unit.name.includes(wish)
      const under = walk(unit.id, depth + 1)
      return hit || under.length > 0 ? [{ unit, depth, hit }, ...under] : []
    })
  return walk(null, 0)
}
