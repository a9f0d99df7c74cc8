import { answerWithPasskey, Problem, type Challenge, type Me, type Proof } from '@chengmai/api'
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
    const found = await api.get<Me>('/session', { signal: patience(6_000) })
    if (found.step !== 'done') return false
    remember(found)
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

const signIn = (username: string, password: string): Promise<Me> => api.post<Me>('/session', { body: { username, password }, signal: patience() })
const prove = (proof: Proof): Promise<Me> => api.post<Me>('/session/factor', { body: proof, signal: patience() })
const changePassword = (current: string, fresh: string): Promise<Me> => api.post<Me>('/me/password', { body: { current, new: fresh }, signal: patience() })

async function proveWithPasskey(): Promise<Me> {
  const begun = await api.post<Challenge>('/session/factor/options', { signal: patience() })
  return prove({ ceremony_id: begun.ceremony_id, credential: await answerWithPasskey(begun.options) })
}

/** Somebody is in to the end: the phone is theirs now, and what another person kept on it goes. */
async function enter(found: Me): Promise<void> {
  const before = localStorage.getItem(KEY)
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

interface Session {
  me: ShallowRef<Me | undefined>
  resume: typeof resume
  signIn: typeof signIn
  prove: typeof prove
  proveWithPasskey: typeof proveWithPasskey
  changePassword: typeof changePassword
  enter: typeof enter
  signOut: typeof signOut
  has: (...duties: Me['duties']) => boolean
}

export function useSession(): Session {
  return { me, resume, signIn, prove, proveWithPasskey, changePassword, enter, signOut, has: (...duties) => duties.some((duty) => me.value?.duties.includes(duty)) }
}
