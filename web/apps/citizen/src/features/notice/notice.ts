import { shallowRef, type Ref } from 'vue'
import { api } from '../../shared/client'
import { keep, kept } from '../../shared/kept'

export interface Notice {
  version: string
  title: string
  text: string
  valid_from: string
}

const KEY = 'chengmai.citizen.notice'
const notice = shallowRef<Notice>()

/** The privacy notice in force, read once; `again` reads it anew after a refusal. */
export async function readNotice(again = false): Promise<Notice> {
  if (notice.value === undefined || again) notice.value = await api.get<Notice>('/citizen/notice')
  return notice.value
}

export function useNotice(): Ref<Notice | undefined> {
  return notice
}

/** Whether this very version was agreed to on this phone. */
export function hasAgreed(version: string): boolean {
  return kept<string>(KEY) === version
}

export function rememberAgreed(version: string): void {
  keep(KEY, version)
}
