// Keeps what every page needs, the front page and thumbnails seen of late, for when there is no line.
const SHELL = 'shell';
const PAGES = 'pages';
const THUMBNAILS = 'thumbnails';
const KEPT = { [SHELL]: 40, [THUMBNAILS]: 200 };

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(SHELL).then((cache) => cache.add(new Request('/offline', { cache: 'reload' }))));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), self.registration.navigationPreload?.enable()]));
});

self.addEventListener('message', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => Promise.all(event.data.map(async (url) => (await cache.match(url)) ?? cache.add(url)))));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(event));
  else if (/^\/files\/.+\.\d+\.webp$/.test(url.pathname)) event.respondWith(thumbnail(event));
});

async function page(event, url) {
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request));
    if (answer.ok && url.pathname + url.search === '/') event.waitUntil(keep(PAGES, '/', answer.clone()));
    return answer;
  } catch {
    const kept = url.pathname + url.search === '/' && (await caches.match('/'));
    return kept || caches.match('/offline');
  }
}

async function asset(event) {
  const kept = await caches.match(event.request);
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.ok) event.waitUntil(keep(SHELL, event.request, answer.clone()));
  return answer;
}

// Always asked for anew, so that what was hidden meanwhile is not shown; only what anybody may see is kept.
async function thumbnail(event) {
  try {
    const answer = await fetch(event.request);
    if (answer.status === 200 && answer.headers.get('Cache-Control')?.includes('public')) event.waitUntil(keep(THUMBNAILS, event.request, answer.clone()));
    return answer;
  } catch (e) {
    const kept = await caches.match(event.request);
    if (kept) return kept;
    throw e;
  }
}

async function keep(name, request, answer) {
  const cache = await caches.open(name);
  await cache.put(request, answer);
  const all = await cache.keys();
  const old = all.filter(({ url }) => !url.endsWith('/offline')).slice(0, Math.max(0, all.length - (KEPT[name] ?? all.length)));
  await Promise.all(old.map((each) => cache.delete(each)));
}

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
