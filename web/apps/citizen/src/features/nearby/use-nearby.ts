import { casePoints, type CasePoints } from '@chengmai/map'
import { usePosition } from '@chengmai/phone'
import { computed, shallowRef, type ComputedRef, type Ref } from 'vue'
import { cityMap, listNearby, type Nearby } from './api'

export interface NearbyList {
  items: Ref<Nearby[] | undefined>
  problem: Ref<unknown>
  points: ComputedRef<CasePoints>
  around: Ref<{ lon: number; lat: number } | null>
  load: (ask: boolean) => Promise<void>
}

/** Open problems around this phone; around the city's centre when its place is not known. */
export function useNearby(): NearbyList {
  const { fix, locate } = usePosition()
  const items = shallowRef<Nearby[]>()
  const problem = shallowRef<unknown>()
  const around = shallowRef<{ lon: number; lat: number } | null>(null)

  async function load(ask: boolean): Promise<void> {
    problem.value = undefined
    try {
      const here = fix.value ?? (ask ? await locate() : null)
      around.value = here ?? centreOf(await cityMap())
      items.value = await listNearby(around.value)
    } catch (reason) {
      problem.value = reason
    }
  }

  const points = computed(() =>
    casePoints((items.value ?? []).map((item) => ({ id: Number(item.case_ref), lon: item.lon, lat: item.lat, lamp: 'in_time' as const, description: item.text || (item.class_name ?? '') }))),
  )
  return { items, problem, points, around, load }
}

function centreOf(facts: { centre: [number, number] }): { lon: number; lat: number } {
  return { lon: facts.centre[0], lat: facts.centre[1] }
}

/** Whether the person has allowed this page to see where they are, asked without asking. */
export async function mayLocate(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted'
  } catch {
    return false
  }
}
