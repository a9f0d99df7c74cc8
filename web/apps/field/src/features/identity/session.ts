import { Problem, type Me } from '@chengmai/api'
import { shallowRef, type ShallowRef } from 'vue'
import { api, isUnreachable, patience } from '../../shared/client'
import { forgetKept } from '../../shared/kept'
import { forgetSeen } from '../../sw/register'

const KEY = 'chengmai.field.me'
const me = shallowRef<Me>()

function remember(found: Me): void {
  me.value = found
  localStorage.setItem(KEY, JSON.stringify(found))
}

/** Who carries this phone. Without a network it is who carried it last; the server decides when it is back. */
async function resume(): Promise<boolean> {
  if (localStorage.getItem(KEY) === null) return false
  try {
    remember(await api.get<Me>('/session', { signal: patience(6_000) }))
    return true
  } catch (reason) {
    if (reason instanceof Problem && reason.status === 401) return false
    if (!isUnreachable(reason)) throw reason
    const kept = localStorage.getItem(KEY)
    if (kept === null) return false
    me.value = JSON.parse(kept) as Me
    return true
  }
}

async function signIn(username: string, password: string): Promise<void> {
  const before = localStorage.getItem(KEY)
  const found = await api.post<Me>('/session', { body: { username, password }, signal: patience() })
  if (before !== null && (JSON.parse(before) as Me).id !== found.id) await forgetKept()
  remember(found)
}

/** What waits in the outbox stays: it goes out when the same person signs in again. */
async function signOut(): Promise<void> {
  await api.delete('/session').catch(() => undefined)
  me.value = undefined
  localStorage.removeItem(KEY)
  forgetSeen()
  await forgetKept()
}

export function useSession(): { me: ShallowRef<Me | undefined>; resume: typeof resume; signIn: typeof signIn; signOut: typeof signOut; has: (...duties: Me['duties']) => boolean } {
  return { me, resume, signIn, signOut, has: (...duties) => duties.some((duty) => me.value?.duties.includes(duty)) }
}
