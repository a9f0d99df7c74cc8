/** Whether this browser can be pushed to: only on a safe address (https or this machine itself). */
export const canPush = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  const text = atob(key.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

/** Ask the person and this browser's push service; undefined when the person said no. Throws what the browser says. */
export async function subscribe(key: string): Promise<PushSubscriptionJSON | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return undefined
  await navigator.serviceWorker.register('/push-sw.js')
  const worker = await navigator.serviceWorker.ready
  const before = await worker.pushManager.getSubscription()
  if (before) await before.unsubscribe()
  return (await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) })).toJSON()
}
