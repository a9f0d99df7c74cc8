import type { TableColumn } from '@chengmai/api'
import { useI18n } from 'vue-i18n'
import { useSay } from '../../shared/use-say'
import { limitOf, plainText } from './model'

/** A value as a person reads it: limits with their unit, choices and flags in words. */
export function useValueText(): (column: TableColumn | undefined, value: unknown) => string {
  const { locale } = useI18n()
  const say = useSay()
  return (column, value) => {
    const limit = column?.kind === 'limit' ? limitOf(value) : undefined
    return limit ? say.allowance(limit) : plainText(column, value, locale.value)
  }
}
