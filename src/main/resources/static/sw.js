// Shows news that arrives while no page is being looked at.
self.addEventListener('push', (event) => event.waitUntil(show(event.data.json())));

async function show({ body, url, tag, unread }) {
  self.navigator.setAppBadge?.(unread).catch(() => {});
  const pages = await self.clients.matchAll({ type: 'window' });
  if (pages.some((page) => page.focused)) return; // its bell rings
  await self.registration.showNotification('AIPixels', { body, tag, renotify: true, data: url ?? '/me/notifications' });
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});

async function open(url) {
  const pages = await self.clients.matchAll({ type: 'window' });
  const page = pages.find((each) => new URL(each.url).pathname === new URL(url, self.location.origin).pathname);
  return page ? page.focus() : self.clients.openWindow(url);
}
