import { shortTime, spanOf, tellProblem, type Told } from '@chengmai/kit'
import { useI18n } from 'vue-i18n'

export interface Say {
  problem: (value: unknown) => Told
  span: (minutes: number) => string
  when: (at: string, now: Date) => string
  word: (group: string, key: string | null | undefined) => string
}

/** The sentences that both phones share: problems, spans, times. */
export function useSay(): Say {
  const { t, te } = useI18n()
  return {
    problem: (value) => tellProblem(value, (key, values) => t(key, values ?? {}), (key) => te(key)),
    span: (minutes) => {
      const cut = spanOf(minutes)
      return t(`span.${cut.unit}`, { whole: cut.whole, rest: cut.rest })
    },
    when: shortTime,
    word: (group, key) => (key ? (te(`${group}.${key}`) ? t(`${group}.${key}`) : key) : ''),
  }
}
