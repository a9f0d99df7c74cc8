import { createI18n, useI18n, type I18n } from 'vue-i18n'
import { en } from './words/en'
import { zh } from './words/zh'

export type Language = 'zh' | 'en'
export interface Words {
  [key: string]: string | string[] | Words
}

type Bag = Record<string, unknown>
export type WordsPlugin = I18n<Bag, Bag, Bag, string, false>

const KEY = 'chengmai.language'

function isGroup(value: Words[string] | undefined): value is Words {
  return typeof value === 'object' && !Array.isArray(value)
}

function merged(parts: Words[]): Words {
  const all: Words = {}
  for (const part of parts) {
    for (const [key, value] of Object.entries(part)) {
      const before = all[key]
      all[key] =
        isGroup(value) && isGroup(before) ? merged([before, value]) : value
    }
  }
  return all
}

/** Chinese first, English second; each feature brings its own words and they are merged here. */
export function createWords(features: { zh: Words; en: Words }[]): WordsPlugin {
  const kept = localStorage.getItem(KEY)
  const locale: Language = kept === 'en' ? 'en' : 'zh'
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
  return createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'zh',
    missingWarn: false,
    fallbackWarn: false,
    messages: {
      zh: merged([zh, ...features.map((feature) => feature.zh)]),
      en: merged([en, ...features.map((feature) => feature.en)]),
    },
  }) as unknown as WordsPlugin
}

/** The language in force and a switch between the two; remembered, and told to the browser. */
export function useLanguage(): { toggle: () => void } {
  const { locale } = useI18n()
  return {
    toggle: () => {
      locale.value = locale.value === 'zh' ? 'en' : 'zh'
      localStorage.setItem(KEY, locale.value)
      document.documentElement.lang = locale.value === 'zh' ? 'zh-CN' : 'en'
    },
  }
}
