import type { Clock } from '@chengmai/api'
import { exactTime, shortTime, spanOf, tellProblem, workSpanOf, type Told } from '@chengmai/kit'
import { useI18n } from 'vue-i18n'

export interface Say {
  problem: (value: unknown) => Told
  span: (minutes: number) => string
  /** Time on a clock: office time where its unit is one, else of the calendar. */
  clockSpan: (minutes: number, clock: Pick<Clock, 'allowance' | 'day_minutes'>) => string
  shortSpan: (minutes: number) => string
  allowance: (allowance: { amount: number; unit: string } | null | undefined) => string
  when: (at: string, now: Date) => string
  exact: (at: string) => string
  word: (group: string, key: string | null | undefined) => string
  /** Where a limit comes from: the standard's own name, or a word for what the platform set itself. */
  basis: (source: string, clause?: string) => string
}

/** The sentences that many screens share: problems, spans, limits, times. */
export function useSay(): Say {
  const { t, te } = useI18n()
  const span = (minutes: number): string => {
    const cut = spanOf(minutes)
    const even = cut.rest === 0 && cut.unit !== 'minutes' ? 'even_' : ''
    return t(`span.${even}${cut.unit}`, { whole: cut.whole, rest: cut.rest })
  }
  return {
    problem: (value) => tellProblem(value, (key, values) => t(key, values ?? {}), (key) => te(key)),
    span,
    clockSpan: (minutes, { allowance, day_minutes: day }) => {
      if (!['wh', 'wd'].includes(allowance.unit)) return span(minutes)
      const cut = workSpanOf(minutes, allowance.unit, day)
      const even = cut.rest === 0 && cut.unit !== 'minutes' ? 'even_' : ''
      return t(`span.${even}work_${cut.unit}`, { whole: cut.whole, rest: cut.rest })
    },
    shortSpan: (minutes) => {
      const cut = spanOf(minutes)
      return t(`span.short_${cut.unit}`, { whole: cut.whole })
    },
    allowance: (allowance) => (allowance ? t(`unit.${allowance.unit}`, { n: allowance.amount }) : ''),
    when: shortTime,
    exact: exactTime,
    basis: (source, clause = '') => (/^Chengmai( design)?$/.test(source) ? `${t('basis.own')} ${clause === 'design' ? '' : clause}`.trim() : `${source} ${clause}`.trim()),
    word: (group, key) => (key ? (te(`${group}.${key}`) ? t(`${group}.${key}`) : key) : ''),
  }
}
