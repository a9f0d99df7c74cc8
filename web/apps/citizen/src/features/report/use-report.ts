import { newKey, Problem } from '@chengmai/api'
import { computed, ref, shallowRef, toRef, watch, type Ref } from 'vue'
import { hasAgreed, readNotice } from '../notice/notice'
import { sendReport } from './api'
import { bodyOf, emptyDraft, forgetDraft, keepDraft, missingIn, readDraft, type Draft, type ReportBody } from './draft'
import { usePlace } from './use-place'
import { useUploads } from './use-uploads'

/** The one report somebody is making: its draft, its photos, its place, and sending it exactly once. */
export function useReport(hooks: { sent: (tracking: string, late: boolean) => void; ask: () => void }) {
  const draft: Ref<Draft> = ref(readDraft())
  const uploads = useUploads(toRef(draft.value, 'photos'))
  const place = usePlace(toRef(draft.value, 'place'))
  const busy = ref(false)
  const tried = ref(false)
  const problem = shallowRef<unknown>()
  const missing = computed(() => {
    if (place.outside.value) return 'outside'
    if (uploads.failed.value) return 'failed_photo'
    if (uploads.sending.value && draft.value.text.trim() === '' && draft.value.photos.length === 0) return 'wait_photos'
    return missingIn(draft.value)
  })
  watch(draft, keepDraft, { deep: true })

  async function send(): Promise<void> {
    tried.value = true
    if (busy.value || missing.value !== null || uploads.sending.value) return
    busy.value = true
    problem.value = undefined
    try {
      const notice = await readNotice()
      if (!hasAgreed(notice.version)) return hooks.ask()
      draft.value.key ||= newKey()
      draft.value.sent ??= bodyOf(draft.value, place.address.value, notice.version)
      await deliver(bodyOf(draft.value, place.address.value, notice.version))
    } catch (reason) {
      problem.value = reason
      if (reason instanceof Problem && reason.code === 'citizen.consent_missing') await askAnew()
    } finally {
      busy.value = false
    }
  }

  /** A key that was used says that an earlier try did arrive: then that one is asked for again. */
  async function deliver(body: ReportBody): Promise<void> {
    const { key, sent } = draft.value
    let late = false
    const receipt = await sendReport(body, key).catch((reason: unknown) => {
      if (!(reason instanceof Problem) || reason.code !== 'kernel.idempotency_reused' || sent === null) throw reason
      late = true
      return sendReport(sent, key)
    })
    Object.assign(draft.value, emptyDraft())
    forgetDraft()
    hooks.sent(receipt.tracking_no, late)
  }

  async function askAnew(): Promise<void> {
    await readNotice(true)
    hooks.ask()
  }

  function clear(): void {
    draft.value.photos.forEach((photo) => uploads.remove(photo.key))
    Object.assign(draft.value, { ...emptyDraft(), place: draft.value.place })
    tried.value = false
  }

  return { draft, uploads, place, busy, tried, missing, problem, send, clear }
}
