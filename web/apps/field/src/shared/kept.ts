import { isUnreachable } from './client'
import { clear, readOne, write } from './db'

interface Kept<T> {
  name: string
  at: string
  value: T
}

/** An answer, and when it was had: `at` is null for one that is fresh. */
export interface Answer<T> {
  value: T
  at: string | null
}

/** Ask the server; without a network, what it said last. Any other refusal is passed on. */
export async function askOrRecall<T>(name: string, ask: () => Promise<T>): Promise<Answer<T>> {
  try {
    const value = await ask()
    await write('kept', { name, at: new Date().toISOString(), value } satisfies Kept<T>).catch(() => undefined)
    return { value, at: null }
  } catch (reason) {
    if (!isUnreachable(reason)) throw reason
    const found = await readOne<Kept<T>>('kept', name)
    if (found === undefined) throw reason
    return { value: found.value, at: found.at }
  }
}

export const forgetKept = (): Promise<undefined> => clear('kept')
