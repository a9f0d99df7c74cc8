import type { CaseDetail, Phrase } from '@chengmai/api'
import { computed, shallowRef, type ComputedRef } from 'vue'
import { listPhrases, notePhrase } from './api'

const phrases = shallowRef<Phrase[]>([])
let asked = false

async function ask(): Promise<void> {
  asked = true
  try {
    phrases.value = await listPhrases()
  } catch {
    asked = false
  }
}

export interface PhraseHoles {
  class_name: string
  address: string
  limit: string
  case_no: string
  organisation_name: string
  district_name: string
}

/** The phrase with its placeholders filled. */
export function filledPhrase(text: string, holes: Partial<PhraseHoles>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => holes[name as keyof PhraseHoles] ?? '')
}

/** What a case fills into a phrase; for many cases at once only what all share would be true, so nothing. */
export function holesOf(detail: CaseDetail, limit: string): Partial<PhraseHoles> {
  return {
    class_name: detail.class_name ?? '', address: detail.address, limit, case_no: detail.case_no,
    organisation_name: detail.organisation_name ?? '', district_name: detail.district_name ?? '',
  }
}

/** The phrases of a move and of any, as the server orders them: those that hold what was typed and whose placeholders are all known. */
export function phrasesOf(all: Phrase[], move: string, holes: Partial<PhraseHoles>, typed = ''): Phrase[] {
  const wish = typed.trim().toLowerCase()
  const isWhole = (text: string): boolean => [...text.matchAll(/\{(\w+)\}/g)].every(([, name]) => Boolean(holes[name as keyof PhraseHoles]))
  return all.filter((phrase) => (phrase.move === move || phrase.move === '') && isWhole(phrase.text) && phrase.text.toLowerCase().includes(wish))
}

/** What stands behind the last `/` that begins a word, while somebody is choosing a phrase by typing. */
export function slashTyped(before: string): string | null {
  return /(?:^|[\s，。；、])\/([^/\n]{0,20})$/.exec(before)?.[1] ?? null
}

/** The phrases of the person: read once, shared, ordered anew after a use. */
export function usePhrases(): { all: ComputedRef<Phrase[]>; again: () => Promise<void>; took: (phrase: Phrase) => void } {
  if (!asked) void ask()
  return {
    all: computed(() => phrases.value),
    again: ask,
    took: (phrase) => {
      phrases.value = phrases.value.map((one) => (one.id === phrase.id ? { ...one, used: one.used + 1 } : one))
      void notePhrase(phrase.id).catch(() => undefined)
    },
  }
}
