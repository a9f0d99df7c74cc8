import { newKey } from '@chengmai/api'
import { pictureOf, usePosition, type Tile } from '@chengmai/phone'
import { computed, onScopeDispose, shallowRef, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useSession } from '../identity/session'
import type { Slot, WaitingPhoto } from '../outbox/model'
import { watermark } from './watermark'

const LONGEST = 1600

interface Taken extends Tile {
  blob: Blob
}

export interface Photos {
  tiles: ComputedRef<Tile[]>
  count: ComputedRef<number>
  broken: Ref<boolean>
  add: (files: File[]) => Promise<void>
  remove: (key: string) => void
  packed: (slot: Slot) => Promise<WaitingPhoto[]>
}

/** Photos of one form: made smaller and marked at once, kept on the phone until they are sent. */
export function usePhotos(about: () => string): Photos {
  const { t } = useI18n()
  const { fix } = usePosition()
  const { me } = useSession()
  const taken = shallowRef<Taken[]>([])
  const broken = shallowRef(false)

  async function add(files: File[]): Promise<void> {
    broken.value = false
    for (const file of files) {
      const lines = watermark(new Date(), me.value?.name ?? '', fix.value, about(), t('task.no_position'))
      try {
        const blob = await pictureOf(file, LONGEST, lines)
        taken.value = [...taken.value, { key: newKey(), src: URL.createObjectURL(blob), kind: 'image', state: 'kept', share: 1, blob }]
      } catch {
        broken.value = true
      }
    }
  }

  function remove(key: string): void {
    const gone = taken.value.find((one) => one.key === key)
    if (gone !== undefined) URL.revokeObjectURL(gone.src)
    taken.value = taken.value.filter((one) => one.key !== key)
  }

  onScopeDispose(() => taken.value.forEach((one) => URL.revokeObjectURL(one.src)))
  return {
    tiles: computed(() => taken.value),
    count: computed(() => taken.value.length),
    broken,
    add,
    remove,
    packed: (slot) => Promise.all(taken.value.map(async ({ key, blob }) => ({ key, slot, bytes: await blob.arrayBuffer(), type: blob.type, media_id: null }))),
  }
}
