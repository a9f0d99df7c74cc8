import { Problem, problemFrom } from './problem'

export interface RequestOptions {
  query?: Record<string, string | number | boolean | null | undefined>
  body?: unknown
  signal?: AbortSignal
  /** A key that makes a repeated creating POST harmless; made once per form, kept across retries. */
  idempotencyKey?: string
}

export interface Upload {
  signal?: AbortSignal
  onProgress?: (share: number) => void
}

/** Signs in again when the session has ended; true means: the request may be sent once more. */
export type Reauthenticate = () => Promise<boolean>

const BASE = '/api/v1'

/** One door to the back end: JSON in and out, refusals as `Problem`, a dead session noticed once. */
export class Client {
  private reauthenticate: Reauthenticate | undefined
  private confirm: Reauthenticate | undefined
  private waiting: Promise<boolean> | undefined
  /** How often somebody signed in here: a 401 to what was asked before the last time says nothing of now. */
  private sessions = 0

  private readonly troubled = new Set<() => void>()

  constructor(private readonly name: string) {}

  /** Hear of every request that found no server, or one that could not answer. Gives back how to stop. */
  onTrouble(hear: () => void): () => void {
    this.troubled.add(hear)
    return () => void this.troubled.delete(hear)
  }

  /** What to do when a request meets a dead session; without it the 401 is thrown. */
  onSignedOut(ask: Reauthenticate): void {
    this.reauthenticate = ask
  }

  /** How to let people confirm that it is still them; without it the refusal is thrown. */
  onConfirm(ask: Reauthenticate): void {
    this.confirm = ask
  }

  get<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.send<T>('GET', path, options)
  }

  post<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.send<T>('POST', path, options)
  }

  put<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.send<T>('PUT', path, options)
  }

  delete<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.send<T>('DELETE', path, options)
  }

  private async send<T>(method: string, path: string, options: RequestOptions): Promise<T> {
    const session = this.sessions
    try {
      const answer = await this.once<T>(method, path, options)
      if (method === 'POST' && path.startsWith('/session')) this.sessions += 1
      return answer
    } catch (reason) {
      if (reason instanceof Problem && (reason.status === 0 || reason.status >= 502)) this.troubled.forEach((hear) => hear())
      if (!(await this.mayTryAgain(reason, path, session))) throw reason
      return this.once<T>(method, path, options)
    }
  }

  private async mayTryAgain(reason: unknown, path: string, session: number): Promise<boolean> {
    if (!(reason instanceof Problem)) return false
    if (reason.status === 401 && session !== this.sessions && !path.startsWith('/session')) return true
    const ask = reason.code === 'identity.confirm_again' ? this.confirm : reason.status === 401 && !path.startsWith('/session') ? this.reauthenticate : undefined
    if (ask === undefined) return false
    this.waiting ??= ask().finally(() => {
      this.waiting = undefined
    })
    return this.waiting
  }

  private async once<T>(method: string, path: string, options: RequestOptions): Promise<T> {
    const headers: Record<string, string> = { Accept: 'application/json', 'X-Chengmai-Client': this.name }
    const form = options.body instanceof FormData
    if (options.body !== undefined && !form) headers['Content-Type'] = 'application/json'
    if (options.idempotencyKey !== undefined) headers['Idempotency-Key'] = options.idempotencyKey

    let answer: Response
    try {
      answer = await fetch(BASE + path + queryOf(options.query), {
        method,
        headers,
        credentials: 'same-origin',
        signal: options.signal ?? null,
        body: options.body === undefined ? null : form ? (options.body as FormData) : JSON.stringify(options.body),
      })
    } catch (reason) {
      if (options.signal?.aborted) throw reason
      throw new Problem({ status: 0, code: 'network.down', detail: String(reason) })
    }
    if (!answer.ok) throw await problemFrom(answer)
    if (answer.status === 204) return undefined as T
    return (await answer.json()) as T
  }

  /** A multipart upload that tells its progress as a share from 0 to 1. */
  async upload<T>(path: string, form: FormData, options: Upload = {}, idempotencyKey?: string): Promise<T> {
    const session = this.sessions
    try {
      return await this.uploadOnce<T>(path, form, options, idempotencyKey)
    } catch (reason) {
      if (!(await this.mayTryAgain(reason, path, session))) throw reason
      return this.uploadOnce<T>(path, form, options, idempotencyKey)
    }
  }

  private uploadOnce<T>(path: string, form: FormData, { signal, onProgress }: Upload, idempotencyKey?: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open('POST', BASE + path)
      request.setRequestHeader('Accept', 'application/json')
      request.setRequestHeader('X-Chengmai-Client', this.name)
      if (idempotencyKey !== undefined) request.setRequestHeader('Idempotency-Key', idempotencyKey)
      request.upload.onprogress = (event) => {
        if (event.lengthComputable) onProgress?.(event.loaded / event.total)
      }
      request.onerror = () => reject(new Problem({ status: 0, code: 'network.down' }))
      request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
      request.onload = () => {
        const answer = new Response(request.responseText || null, { status: request.status || 500 })
        if (answer.ok) void answer.json().then(resolve as (value: unknown) => void, reject)
        else void problemFrom(answer).then(reject)
      }
      signal?.addEventListener('abort', () => request.abort())
      request.send(form)
    })
  }
}

/** `?a=1&b=x`, leaving out what is null, undefined or empty. */
export function queryOf(values: RequestOptions['query']): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(values ?? {})) {
    if (value !== null && value !== undefined && value !== '') search.set(key, String(value))
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}

/** A fresh idempotency key. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
