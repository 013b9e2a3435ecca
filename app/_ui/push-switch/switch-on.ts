export type PushOutcome = 'on' | 'blocked' | 'unsupported' | 'failed';

/** The service worker, for whom nothing has started it yet. */
const worker = '/worker.js';

/** On an iPhone only once Puente is on the home screen; never over plain http from another machine. */
export function canPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** Asks for her permission, has the browser make an address for our key alone, and tells it to the server. */
export async function switchPushOn(publicKey: string): Promise<PushOutcome> {
  if (!canPush()) return 'unsupported';
  try {
    if ((await Notification.requestPermission()) !== 'granted') return 'blocked';
    const registration = await navigator.serviceWorker.register(worker);
    await navigator.serviceWorker.ready;
    const subscription = await subscribe(registration, publicKey);
    const { endpoint, keys } = subscription.toJSON();
    const response = await fetch('/api/messages/push', {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify({ endpoint, p256dh: keys?.['p256dh'], auth: keys?.['auth'] }),
    });
    return response.ok ? 'on' : 'failed';
  } catch {
    return 'failed';
  }
}

/** An address made for another key, from before the server's was changed, is given up. */
async function subscribe(registration: ServiceWorkerRegistration, publicKey: string): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey: publicKey };
  const before = await registration.pushManager.getSubscription();
  if (before && keyOf(before) !== publicKey) await before.unsubscribe();
  return await registration.pushManager.subscribe(options);
}

function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
