import { clockOf } from '@chengmai/kit'
import { useI18n } from 'vue-i18n'
import { dayWords } from './model'

/** A moment as people say it, in the language of the page. */
export function useDay(): (at: string, now: Date) => string {
  const { t } = useI18n()
  return (at, now) => {
    const { key, ...date } = dayWords(at, now)
    return t(`day.${key}`, { ...date, time: clockOf(at) })
  }
}
