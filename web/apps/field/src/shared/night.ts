import { clockOf } from '@chengmai/kit'
import { computed, ref, watchEffect, type ComputedRef } from 'vue'

export type NightChoice = 'time' | 'day' | 'night'
const KEY = 'chengmai.field.night'
const DUSK = 18 * 60 + 30
const DAWN = 6 * 60

/** Whether it is night in the city at this moment, by the clock: half past six to six. */
export function isNight(now: Date): boolean {
  const [hours = 0, minutes = 0] = clockOf(now).split(':').map(Number)
  const minute = hours * 60 + minutes
  return minute >= DUSK || minute < DAWN
}

const choice = ref<NightChoice>('time')
const now = ref(new Date())
const theme = computed(() => (choice.value === 'time' ? (isNight(now.value) ? 'dark' : 'light') : choice.value === 'night' ? 'dark' : 'light'))
let started = false

function start(): void {
  started = true
  const kept = localStorage.getItem(KEY)
  if (kept === 'day' || kept === 'night') choice.value = kept
  window.setInterval(() => (now.value = new Date()), 60_000)
  watchEffect(() => {
    document.documentElement.dataset.theme = theme.value
    localStorage.setItem(KEY, choice.value)
  })
}

/** Dark by night, light by day, unless the person chose. */
export function useNight(): { theme: ComputedRef<'light' | 'dark'>; toggle: () => void } {
  if (!started) start()
  return {
    theme,
    toggle: () => {
      choice.value = theme.value === 'dark' ? 'day' : 'night'
    },
  }
}
