/* Shows what the city pushes to this browser, and opens what it is about. It keeps nothing and answers no page. */
self.addEventListener('push', (event) => {
  let told = {}
  try {
    told = event.data ? event.data.json() : {}
  } catch {
    told = {}
  }
  event.waitUntil(
    self.registration.showNotification(told.title || '城脉', {
      body: told.body || '',
      icon: '/icon.svg',
      tag: told.id ? `notice-${told.id}` : undefined,
      data: { link: told.link || '/' },
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const address = new URL(event.notification.data.link, self.location.origin)
  if (address.origin !== self.location.origin) return
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((windows) => {
      const same = windows.find((one) => one.url === address.href)
      return same ? same.focus() : self.clients.openWindow(address.href)
    }),
  )
})
