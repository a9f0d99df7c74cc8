import { readonly, ref, type Ref } from 'vue'
import type { Point } from './place'

export interface Fix extends Point {
  accuracy: number
  at: number
}

/** `refused`: the person said no; `unavailable`: the phone cannot say (no signal, too slow, not served over TLS). */
export type PositionState = 'unknown' | 'asking' | 'here' | 'refused' | 'unavailable'

const state = ref<PositionState>('unknown')
const fix = ref<Fix | null>(null)

/** Where this phone is. Asks the person's leave; never throws. */
export function locateMe(patience = 12_000): Promise<Fix | null> {
  if (!('geolocation' in navigator)) {
    state.value = 'unavailable'
    return Promise.resolve(null)
  }
  if (state.value !== 'here') state.value = 'asking'
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords, timestamp }) => {
        fix.value = { lon: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy, at: timestamp }
        state.value = 'here'
        resolve(fix.value)
      },
      (trouble) => {
        if (fix.value === null) state.value = trouble.code === trouble.PERMISSION_DENIED ? 'refused' : 'unavailable'
        resolve(fix.value)
      },
      { enableHighAccuracy: true, timeout: patience, maximumAge: 15_000 },
    )
  })
}

/** The phone's position as one shared state. */
export function usePosition(): { state: Readonly<Ref<PositionState>>; fix: Readonly<Ref<Fix | null>>; locate: typeof locateMe } {
  return { state: readonly(state), fix: readonly(fix) as Readonly<Ref<Fix | null>>, locate: locateMe }
}
