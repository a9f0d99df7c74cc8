import { Problem, type Me } from '@chengmai/api'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api } from '../../shared/client'
import { startLive, stopLive } from '../../shared/live'
import * as wire from './api'

/** Who is at the desk. A session that ends in mid-work asks for the password over the page and goes on. */
export const useSession = defineStore('session', () => {
  const me = ref<Me>()
  const username = ref(sessionStorage.getItem('chengmai.username') ?? '')
  const asking = ref(false)
  const confirming = ref(false)
  /** Somebody whose password was right and who has a step left: code, new password, or enrolment. */
  const pending = ref<Me>()
  let answer: ((again: boolean) => void) | undefined
  let confirmed: ((again: boolean) => void) | undefined

  api.onSignedOut(() => {
    if (me.value === undefined) return Promise.resolve(false)
    asking.value = true
    return new Promise<boolean>((resolve) => {
      answer = resolve
    })
  })

  api.onConfirm(() => {
    confirming.value = true
    return new Promise<boolean>((resolve) => {
      confirmed = resolve
    })
  })

  /** The proof was taken, or given up: what was refused before is sent again, or not. */
  function endConfirm(found?: Me): void {
    confirming.value = false
    if (found) me.value = found
    confirmed?.(found !== undefined)
  }

  function begin(found: Me): void {
    if (found.step !== 'done') {
      pending.value = found
      return
    }
    pending.value = undefined
    me.value = found
    startLive()
  }

  /** The session as it stands after a change: another duty, a new token. */
  function renew(found: Me): void {
    stopLive()
    begin(found)
  }

  /** Resume the session of the cookie; false when there is none. */
  async function resume(): Promise<boolean> {
    try {
      begin(await wire.readSession())
      return me.value !== undefined
    } catch (reason) {
      if (reason instanceof Problem && reason.status === 401) return false
      throw reason
    }
  }

  function rememberName(name: string): void {
    username.value = name
    sessionStorage.setItem('chengmai.username', name)
  }

  /** Another person's password would finish somebody else's form: then the page starts anew. */
  function backAgain(found: Me): void {
    const before = me.value?.id
    pending.value = undefined
    if (found.step !== 'done') {
      pending.value = found
      return
    }
    renew(found)
    asking.value = false
    answer?.(before === found.id)
    if (before !== found.id) location.assign('/')
  }

  function giveUp(): void {
    asking.value = false
    answer?.(false)
    forget()
  }

  function forget(): void {
    stopLive()
    me.value = undefined
    pending.value = undefined
  }

  async function signOut(): Promise<void> {
    await wire.signOut().catch(() => undefined)
    forget()
  }

  const duties = computed<string[]>(() => me.value?.duties ?? [])
  const has = (...wanted: string[]): boolean => wanted.some((duty) => duties.value.includes(duty))

  return { me, pending, username, asking, confirming, duties, has, resume, begin, renew, rememberName, backAgain, endConfirm, giveUp, signOut }
})
