import type { LayerRecipe, MapConfig } from '@chengmai/map'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { keepChoice } from './api'
import { arranged, moved, type Choice } from './model'

const LATER = 1_200

/** The map's configuration and its layers as this person left them; changes are remembered by the server. */
export function useAtlas() {
  const config = shallowRef<MapConfig>()
  const written = shallowRef<LayerRecipe[]>([])
  const choice = ref<Choice>({ layers: {}, order: [] })
  const layers = computed(() => arranged(written.value, choice.value))
  let timer: ReturnType<typeof setTimeout> | undefined

  async function read(): Promise<void> {
    const { fetchConfig, recipesFrom } = await import('@chengmai/map')
    const found = await fetchConfig()
    written.value = recipesFrom(found.layers ?? [])
    if (found.choice) choice.value = found.choice
    config.value = found
  }
  function keep(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void keepChoice(choice.value.layers, choice.value.order).catch(() => undefined), LATER)
  }
  function change(id: string, change: { shown?: boolean; opacity?: number }): void {
    choice.value = { ...choice.value, layers: { ...choice.value.layers, [id]: { ...choice.value.layers[id], ...change } } }
    keep()
  }
  function move(id: string, by: 1 | -1): void {
    choice.value = { ...choice.value, order: moved(layers.value, id, by) }
    keep()
  }
  void read()
  onScopeDispose(() => clearTimeout(timer))
  return { config, layers, change, move }
}
