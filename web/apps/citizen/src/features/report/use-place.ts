import type { GridPlace } from '@chengmai/api'
import { usePosition } from '@chengmai/phone'
import { computed, onScopeDispose, ref, watch, type ComputedRef, type Ref } from 'vue'
import { addressAt, locate } from './api'
import type { Draft } from './draft'

export interface ReportPlace {
  fix: ReturnType<typeof usePosition>['fix']
  state: ReturnType<typeof usePosition>['state']
  outside: Ref<boolean>
  address: ComputedRef<string>
  find: () => Promise<void>
  pick: (point: { lon: number; lat: number }) => void
  choose: (found: { name: string; lon: number; lat: number }) => void
}

/** Where the report is about: found by the phone or chosen on the map, and what that place is called. */
export function usePlace(place: Ref<Draft['place']>): ReportPlace {
  const { state, fix, locate: askPhone } = usePosition()
  const known = ref<GridPlace | null>(null)
  const words = ref('') // the address of the place, or the one that was typed
  const outside = ref(false)
  let stop: AbortController | undefined
  let typed = ''

  async function find(): Promise<void> {
    const found = await askPhone()
    if (found !== null) place.value = { lon: found.lon, lat: found.lat, picked: false }
  }

  watch(
    place,
    async (at) => {
      stop?.abort()
      const mine = new AbortController()
      stop = mine
      known.value = null
      outside.value = false
      words.value = typed
      typed = ''
      if (at === null) return
      const [answer, said] = await Promise.all([locate(at.lon, at.lat, mine.signal), words.value ? words.value : addressAt(at.lon, at.lat, mine.signal)])
      if (mine.signal.aborted) return
      words.value = said
      outside.value = answer === 'outside'
      known.value = answer === 'outside' ? null : answer
    },
    { immediate: true },
  )
  onScopeDispose(() => stop?.abort())
  const address = computed(() => (words.value || (known.value === null ? '' : [known.value.district_name, known.value.street_name, known.value.community_name].filter(Boolean).join(''))))
  function choose(found: { name: string; lon: number; lat: number }): void {
    typed = found.name
    place.value = { lon: found.lon, lat: found.lat, picked: true }
  }
  return { state, fix, outside, address, find, choose, pick: ({ lon, lat }) => (place.value = { lon, lat, picked: true }) }
}
