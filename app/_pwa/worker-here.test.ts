import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startWorker } from './worker-here.ts';

/** A worker as a page sees it. */
class FakeWorker extends EventTarget {
  readonly scriptURL = 'https://puente.example/worker.js';
  state = 'installing';
  postMessage(_said: unknown, [port]: readonly MessagePort[]): void {
    port?.postMessage(null);
    port?.close();
  }
  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

type Slot = 'installing' | 'waiting' | 'active';

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  active: FakeWorker | null = null;
  /** The browser has found a newer one, and fetches it. */
  find(): FakeWorker {
    this.installing = new FakeWorker();
    this.dispatchEvent(new Event('updatefound'));
    return this.installing;
  }
  /** All of it is here. */
  move(from: Slot, to: Slot, state: string): void {
    const worker = this[from];
    this[from] = null;
    this[to] = worker;
    worker?.become(state);
  }
}

let registration: FakeRegistration;
let dataset: DOMStringMap;
let container: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  registration = new FakeRegistration();
  registration.active = Object.assign(new FakeWorker(), { state: 'activated' });
  dataset = {};
  container = Object.assign(new EventTarget(), {
    controller: registration.active,
    ready: Promise.resolve(registration),
    register: async () => registration,
    getRegistration: async () => registration,
  });
  const location = new URL('https://puente.example/ht/language');
  vi.stubGlobal('location', location);
  vi.stubGlobal('document', { readyState: 'complete', documentElement: { dataset } });
  vi.stubGlobal('window', Object.assign(new EventTarget(), { location }));
  vi.stubGlobal('self', globalThis);
  vi.stubGlobal('navigator', { onLine: true, serviceWorker: container });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const arrives = async (): Promise<void> => {
  registration.move('installing', 'waiting', 'installed');
  await vi.advanceTimersByTimeAsync(1000);
};

test('a new version that waits already is told of', async () => {
  registration.waiting = Object.assign(new FakeWorker(), { state: 'installed' });
  await startWorker('ht');
  expect(dataset).toEqual({ update: 'ready' });
});

test('one that comes while the page is open is told of once it is here whole, until it is in use', async () => {
  await startWorker('ht');
  registration.find();
  expect(dataset).toEqual({});
  await arrives();
  expect(dataset).toEqual({ update: 'ready' });
  container.dispatchEvent(new Event('controllerchange'));
  expect(dataset).toEqual({});
});

test('one that the browser began to fetch before this script ran is told of, too', async () => {
  registration.find();
  await startWorker('ht');
  expect(dataset).toEqual({});
  await arrives();
  expect(dataset).toEqual({ update: 'ready' });
});

test('the first of all is no new one', async () => {
  registration.active = null;
  Object.assign(container, { controller: null });
  registration.find();
  const started = startWorker('ht');
  await vi.advanceTimersByTimeAsync(0);
  registration.move('installing', 'waiting', 'installed');
  registration.move('waiting', 'active', 'activating');
  await vi.advanceTimersByTimeAsync(1000);
  await started;
  expect(dataset).toEqual({});
});
