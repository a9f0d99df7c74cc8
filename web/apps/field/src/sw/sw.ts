/// <reference lib="webworker" />
import { keptAs, strategyFor, tooMany } from './strategy'

declare const self: ServiceWorkerGlobalScope
declare const __SHELL__: string[]
declare const __VERSION__: string

const PAGE = '/f/index.html'
const SHELL = `chengmai-shell-${__VERSION__}`
const SEEN = 'chengmai-seen'
const MOST_SEEN = 1500
const shell = new Set(__SHELL__)

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll([...shell]))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('chengmai-shell-') && name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('message', (event) => {
  if (event.data === 'forget') event.waitUntil(caches.delete(SEEN))
})

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (url.origin !== self.location.origin) return
  const strategy = strategyFor(event.request.method, url, event.request.mode === 'navigate', shell)
  if (strategy === 'page') event.respondWith(fromShell(PAGE, event.request))
  else if (strategy === 'shell') event.respondWith(fromShell(url.pathname, event.request))
  else if (strategy === 'seen') event.respondWith(seen(event.request))
  else if (strategy === 'fresh') event.respondWith(fresh(event.request))
})

async function fromShell(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(SHELL)
  return (await cache.match(path)) ?? fetch(request)
}

async function seen(request: Request): Promise<Response> {
  const cache = await caches.open(SEEN)
  const found = await cache.match(keptAs(new URL(request.url)))
  if (found !== undefined) {
    void renew(cache, request).catch(() => undefined)
    return found
  }
  return renew(cache, request)
}

async function fresh(request: Request): Promise<Response> {
  const cache = await caches.open(SEEN)
  try {
    return await renew(cache, request)
  } catch (reason) {
    const found = await cache.match(keptAs(new URL(request.url)))
    if (found !== undefined) return found
    throw reason
  }
}

async function renew(cache: Cache, request: Request): Promise<Response> {
  const answer = await fetch(request)
  if (answer.status === 200) {
    await cache.put(keptAs(new URL(request.url)), answer.clone())
    for (const old of tooMany(await cache.keys(), MOST_SEEN)) await cache.delete(old)
  }
  return answer
}
