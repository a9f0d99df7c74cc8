/** Keep the app on the phone. Where that is not possible it works as an ordinary page. */
export function keepOnPhone(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  void navigator.serviceWorker.register('/f/sw.js', { scope: '/f/', type: 'module' }).catch(() => undefined)
}

/** Let go of pictures and tiles seen by the person who signs out. */
export function forgetSeen(): void {
  navigator.serviceWorker?.controller?.postMessage('forget')
}
