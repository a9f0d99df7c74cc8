import { ref, watchEffect, type Ref } from 'vue'

export type Theme = 'light' | 'dark'
export type ThemeChoice = Theme | 'system'

const KEY = 'chengmai.theme'
const choice = ref<ThemeChoice>('system')
const theme = ref<Theme>('light')
let started = false

function wished(): Theme {
  if (choice.value !== 'system') return choice.value
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

function start(): void {
  started = true
  const kept = localStorage.getItem(KEY)
  if (kept === 'light' || kept === 'dark' || kept === 'system') choice.value = kept
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    theme.value = wished()
  })
  watchEffect(() => {
    theme.value = wished()
    document.documentElement.dataset.theme = theme.value
    localStorage.setItem(KEY, choice.value)
  })
}

/** The theme in force, what the person chose, and a switch between light and dark. */
export function useTheme(): { theme: Ref<Theme>; choice: Ref<ThemeChoice>; toggle: () => void } {
  if (!started) start()
  return {
    theme,
    choice,
    toggle: () => {
      choice.value = theme.value === 'dark' ? 'light' : 'dark'
    },
  }
}

/** The computed value of a token, for drawings that cannot use CSS variables (charts, maps). */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
}
