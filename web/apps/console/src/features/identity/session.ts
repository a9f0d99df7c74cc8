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
  let answer: ((again: boolean) => void) | undefined

  api.onSignedOut(() => {
    if (me.value === undefined) return Promise.resolve(false)
    asking.value = true
    return new Promise<boolean>((resolve) => {
      answer = resolve
    })
  })

  function begin(found: Me): void {
    me.value = found
    startLive()
  }

  /** Resume the session of the cookie; false when there is none. */
  async function resume(): Promise<boolean> {
    try {
      begin(await wire.readSession())
      return true
    } catch (reason) {
      if (reason instanceof Problem && reason.status === 401) return false
      throw reason
    }
  }

  async function signIn(name: string, password: string): Promise<void> {
    begin(await wire.signIn(name, password))
    username.value = name
    sessionStorage.setItem('chengmai.username', name)
  }

  /** Another person's password would finish somebody else's form: then the page starts anew. */
  async function signInAgain(name: string, password: string): Promise<void> {
    const before = me.value?.id
    const found = await wire.signIn(name, password)
    stopLive()
    begin(found)
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
  }

  async function signOut(): Promise<void> {
    await wire.signOut().catch(() => undefined)
    forget()
  }

  const duties = computed<string[]>(() => me.value?.duties ?? [])
  const has = (...wanted: string[]): boolean => wanted.some((duty) => duties.value.includes(duty))

  return { me, username, asking, duties, has, resume, signIn, signInAgain, giveUp, signOut }
})
