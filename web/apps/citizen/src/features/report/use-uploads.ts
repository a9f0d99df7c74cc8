import { newKey, Problem, type Media } from '@chengmai/api'
import { mayPass, pauseBeforeTry, pictureOf, type Tile } from '@chengmai/phone'
import { computed, onScopeDispose, shallowRef, type ComputedRef, type Ref } from 'vue'
import { sendMedia } from './api'
import type { DraftPhoto } from './draft'

interface Upload extends Tile {
  file: Blob
  name: string
  stop: AbortController
}

export interface Uploads {
  tiles: ComputedRef<Tile[]>
  sending: ComputedRef<boolean>
  failed: ComputedRef<boolean>
  problem: Ref<unknown>
  add: (files: File[]) => void
  retry: (key: string) => void
  remove: (key: string) => void
}

const SHRINK_ABOVE = 1_200_000
const LONGEST = 2048
const TRIES = 4

/** Photos go up while the person writes. A failed one is tried again by itself, then waits for a tap. */
export function useUploads(done: Ref<DraftPhoto[]>): Uploads {
  const running = shallowRef<Upload[]>([])
  const problem = shallowRef<unknown>()

  const change = (key: string, values: Partial<Upload>): void => {
    running.value = running.value.map((one) => (one.key === key ? { ...one, ...values } : one))
  }

  async function content(file: Blob): Promise<Blob> {
    if (!file.type.startsWith('image/') || file.size < SHRINK_ABOVE) return file
    return pictureOf(file, LONGEST).catch(() => file)
  }

  async function send(upload: Upload): Promise<void> {
    const file = await content(upload.file)
    for (let tries = 1; ; tries += 1) {
      try {
        const media = await sendMedia(file, upload.name, upload.key, upload.stop.signal, (share) => change(upload.key, { share }))
        return arrived(upload, media)
      } catch (reason) {
        if (upload.stop.signal.aborted) return
        if (tries < TRIES && reason instanceof Problem && mayPass(reason.status, reason.code)) {
          await new Promise((resolve) => setTimeout(resolve, pauseBeforeTry(tries)))
          continue
        }
        problem.value = reason
        return change(upload.key, { state: 'failed', share: 0 })
      }
    }
  }

  function arrived(upload: Upload, media: Media): void {
    if (upload.stop.signal.aborted) return
    const kind = media.kind === 'image' ? 'image' : 'video'
    done.value = [...done.value, { key: upload.key, id: media.id, kind, src: media.thumbnail_url ?? media.url }]
    running.value = running.value.filter((one) => one.key !== upload.key)
    URL.revokeObjectURL(upload.src)
  }

  function add(files: File[]): void {
    problem.value = undefined
    for (const file of files.slice(0, 9 - done.value.length - running.value.length)) {
      const kind = file.type.startsWith('video/') ? 'video' : 'image'
      const upload: Upload = { key: newKey(), src: URL.createObjectURL(file), kind, state: 'sending', share: 0, file, name: file.name || 'photo.jpg', stop: new AbortController() }
      running.value = [...running.value, upload]
      void send(upload)
    }
  }

  function retry(key: string): void {
    problem.value = undefined
    change(key, { state: 'sending', share: 0 })
    const upload = running.value.find((one) => one.key === key)
    if (upload !== undefined) void send(upload)
  }

  function remove(key: string): void {
    const upload = running.value.find((one) => one.key === key)
    upload?.stop.abort()
    running.value = running.value.filter((one) => one.key !== key)
    done.value = done.value.filter((one) => one.key !== key)
    problem.value = undefined
  }

  onScopeDispose(() => running.value.forEach((one) => one.stop.abort()))
  return {
    tiles: computed(() => [...done.value.map((photo): Tile => ({ ...photo, state: 'kept', share: 1 })), ...running.value]),
    sending: computed(() => running.value.some((one) => one.state === 'sending')),
    failed: computed(() => running.value.some((one) => one.state === 'failed')),
    problem,
    add,
    retry,
    remove,
  }
}
