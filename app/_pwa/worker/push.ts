import { worker } from './scope.ts';

type Message = {
  readonly title: string;
  readonly body?: string;
  readonly locale?: string;
  readonly dir?: NotificationDirection;
  readonly id?: string;
  readonly address?: string;
};

/**
 * Shows a message that a push service brings, and opens its page. It came sealed from our server (RFC 8291), already in the
 * person's language.
 */
export function showMessages(): void {
  worker.addEventListener('push', (event) => event.waitUntil(show(read(event.data))));
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(open((event.notification.data as { readonly address?: string } | null)?.address));
  });
}

async function show({ title, body, locale, dir, id, address }: Message): Promise<void> {
  await worker.registration.showNotification(title, {
    ...(body === undefined ? {} : { body }),
    ...(locale === undefined ? {} : { lang: locale }),
    ...(dir === undefined ? {} : { dir }),
    // Chrome takes no SVG here. The badge is what Android shows in the bar at the top, in one colour.
    icon: '/icons/icon-192.png',
    badge: '/icons/monochrome-192.png',
    // The same message sent twice shows once.
    ...(id === undefined ? {} : { tag: id }),
    data: { address },
  });
}

/** The browser shows words of its own where a push shows nothing: so something is shown, whatever came. */
function read(data: PushMessageData | null): Message {
  try {
    return { title: 'Puente', ...(data?.json() as Partial<Message>) };
  } catch {
    return { title: 'Puente' };
  }
}

/** A page of ours: in the window that shows it already, or in a new one. */
async function open(address: string | undefined): Promise<void> {
  const to = new URL(address ?? '/', worker.location.origin);
  if (to.origin !== worker.location.origin) return;
  const windows = await worker.clients.matchAll({ type: 'window' });
  const shown = windows.find((one) => new URL(one.url).pathname === to.pathname);
  if (shown) await shown.focus();
  else await worker.clients.openWindow(to.href);
}
