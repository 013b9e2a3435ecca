// Shows a message that a push service brings, and opens its page. Nothing else: the service worker that keeps pages for
// when there is no line comes with its own issue, and takes this over.
// What is shown came sealed from our server (RFC 8291), already in the person's language.

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  const message = read(event.data);
  event.waitUntil(
    self.registration.showNotification(message.title, {
      body: message.body,
      lang: message.locale,
      dir: message.dir,
      // Chrome takes no SVG here. The badge is what Android shows in the bar at the top, in one colour.
      icon: '/icons/icon-192.png',
      badge: '/icons/monochrome-192.png',
      // The same message sent twice shows once.
      tag: message.id,
      data: { address: message.address },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.address));
});

/** The browser shows words of its own where a push shows nothing: so something is shown, whatever came. */
function read(data) {
  try {
    return { title: 'Puente', ...data.json() };
  } catch {
    return { title: 'Puente' };
  }
}

/** A page of ours: in the window that shows it already, or in a new one. */
async function open(address) {
  const to = new URL(address ?? '/', self.location.origin);
  if (to.origin !== self.location.origin) return;
  const windows = await self.clients.matchAll({ type: 'window' });
  const shown = windows.find((one) => new URL(one.url).pathname === to.pathname);
  if (shown) await shown.focus();
  else await self.clients.openWindow(to.href);
}
