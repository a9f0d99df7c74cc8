import type { Division, MatterClass, Organisation } from '@chengmai/api'
import { computed, shallowRef } from 'vue'
import { api } from '../../shared/client'
import { listOrganisations } from '../identity/api'
import { readClasses } from './api'

const classes = shallowRef<MatterClass[]>([])
const divisions = shallowRef<Division[]>([])
const organisations = shallowRef<Organisation[]>([])
let asked = false

async function ask(): Promise<void> {
  asked = true
  const [kinds, areas, units] = await Promise.allSettled([readClasses(), api.get<Division[]>('/city/divisions'), listOrganisations()])
  if (kinds.status === 'fulfilled') classes.value = kinds.value
  if (areas.status === 'fulfilled') divisions.value = areas.value
  if (units.status === 'fulfilled') organisations.value = units.value
  if ([kinds, areas, units].some(({ status }) => status === 'rejected')) asked = false
}

/** Classes, districts and organisations: read once, shared by every form of the desk. */
export function useReference() {
  if (!asked) void ask()
  return {
    classes,
    organisations,
    districts: computed(() => divisions.value.filter((division) => division.code.length === 6)),
    classOf: (code: string) => classes.value.find((item) => item.code === code),
    conditionsOf: (code: string) => classes.value.find((item) => item.code === code)?.conditions ?? [],
    organisationOf: (id: number | null) => organisations.value.find((unit) => unit.id === id),
  }
}
