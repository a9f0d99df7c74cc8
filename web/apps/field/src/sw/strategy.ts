/** What the service worker does with a request; everything that is not named here goes to the network untouched. */
export type Strategy = 'shell' | 'page' | 'seen' | 'fresh' | 'pass'

/** `shell`: kept with the app; `page`: the app itself; `seen`: kept once seen; `fresh`: from the network, else as last seen. */
export function strategyFor(method: string, url: URL, navigates: boolean, shell: ReadonlySet<string>): Strategy {
  if (method !== 'GET') return 'pass'
  const { pathname } = url
  if (navigates) return pathname.startsWith('/f/') || pathname === '/f' ? 'page' : 'pass'
  if (shell.has(pathname)) return 'shell'
  if (pathname.startsWith('/tiles/') || pathname.startsWith('/media/')) return 'seen'
  if (pathname === '/api/v1/city/map') return 'fresh'
  return 'pass'
}

/** Under which address a picture or tile is kept: the signature of a picture's address changes by the hour, the picture never. */
export function keptAs(url: URL): string {
  return url.pathname.startsWith('/media/') ? url.pathname : url.pathname + url.search
}

/** Which of the kept addresses go when there are more than `most`: the oldest. */
export function tooMany<T>(kept: readonly T[], most: number): T[] {
  return kept.slice(0, Math.max(0, kept.length - most))
}
