import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import {
  IDBCursor,
  IDBDatabase,
  IDBFactory,
  IDBIndex,
  IDBKeyRange,
  IDBObjectStore,
  IDBRequest,
  IDBTransaction,
} from 'fake-indexeddb';
import type { Asked, AskedOfWaiting, Kept, WaitingAnswer } from '#app/_pwa/worker-messages.ts';

/**
 * The worker as it is built, in a browser of some forty lines: enough to see what it answers without one. What a real one does
 * is seen in `tests/offline/`.
 */

const origin = 'https://puente.example';
const listed = (...urls: readonly string[]) => ({
  entries: urls.map((url) => ({ url, revision: 'r1' })),
  bytes: 5000,
  unpacked: 20_000,
});

/** As `scripts/build/worker.ts` makes it, in small. */
const lists = {
  shell: listed('/_next/static/a.js', '/icon.svg'),
  languages: {
    es: listed('/es', '/es/offline'),
    ht: listed(
      ...['/ht', '/ht/help', '/ht/offline', '/ht/terms', '/ht/waiting', '/ht/register/name', '/ht/register/sex'],
    ),
  },
  pages: {
    '': 'static',
    help: 'static',
    offline: 'static',
    terms: 'static',
    waiting: 'static',
    'register/name': 'form',
    'register/sex': 'form',
    status: 'personal',
    confirmation: 'personal',
    'my-data': 'personal',
    'report-text': 'personal',
    withdraw: 'form',
    'draws/own': 'static',
  },
  onceOpened: ['draws/own'],
};

export async function bundleWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['app/_pwa/worker/worker.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    define: { PUENTE_BUILT: JSON.stringify(lists), 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}

class FakeCache {
  private readonly entries = new Map<string, Response>();
  private readonly isFull: () => boolean;
  constructor(isFull: () => boolean) {
    this.isFull = isFull;
  }
  async match(asked: Request | string) {
    return this.entries.get(urlOf(asked))?.clone();
  }
  async put(asked: Request | string, answer: Response) {
    if (this.isFull()) throw new DOMException('no room', 'QuotaExceededError');
    this.entries.set(urlOf(asked), answer);
  }
  async keys() {
    return [...this.entries.keys()].map((url) => ({ url }));
  }
  async delete(asked: Request | string) {
    return this.entries.delete(urlOf(asked));
  }
}

function urlOf(asked: Request | string): string {
  return new URL(typeof asked === 'string' ? asked : asked.url, origin).href;
}

class BrowserRequest extends Request {
  constructor(asked: Request | string, init?: RequestInit) {
    super(typeof asked === 'string' ? urlOf(asked) : asked, init);
  }
}

type Handler = (event: object) => void;

/** What the worker itself sent to the server. */
type Sent = { readonly path: string; readonly key: string; readonly fields: Readonly<Record<string, string>> };

type SendingForm = { readonly from: string; readonly fields: Readonly<Record<string, string>> };

/** A form that a window sends, as the worker sees it. */
class SentForm {
  readonly url: string;
  readonly method = 'POST';
  readonly mode = 'navigate';
  readonly referrer: string;
  readonly headers = new Headers();
  private readonly fields: Readonly<Record<string, string>>;
  constructor(url: string, { from, fields }: SendingForm) {
    this.url = url;
    this.referrer = from && new URL(from, origin).href;
    this.fields = fields;
  }
  clone(): SentForm {
    return new SentForm(this.url, { from: this.referrer, fields: this.fields });
  }
  async formData(): Promise<FormData> {
    const form = new FormData();
    for (const [name, text] of Object.entries(this.fields)) form.set(name, text);
    return form;
  }
}

/** What a phone has written down: it outlives the browser. */
export function newDisk() {
  return { database: new IDBFactory(), stores: new Map<string, FakeCache>() };
}

export function startPhone(source: string, disk = newDisk()) {
  const phone = {
    hasLine: true,
    isFull: false,
    savesData: false,
    line: '4g',
    /** Whose the phone is: what the cookie says. */
    whose: 'ana',
    /** Of windows that are open. */
    windows: [] as string[],
    isVersionWaiting: false,
    /** By path; everything else is a page that says its own address. */
    answers: {} as Record<string, () => Response>,
    asked: [] as string[],
    /** By the worker itself, once its window had gone. */
    sent: [] as Sent[],
    /** What the browser was asked to wake it for, with a line. */
    wakesFor: [] as string[],
    /** How far its clock is ahead, in milliseconds. */
    clockAhead: 0,
  };
  const handlers = new Map<string, Handler[]>();
  const { stores } = disk;
  const open = async (name: string) => {
    const store = stores.get(name) ?? new FakeCache(() => phone.isFull);
    stores.set(name, store);
    return store;
  };
  const caches = {
    open,
    has: async (name: string) => stores.has(name),
    delete: async (name: string) => stores.delete(name),
    keys: async () => [...stores.keys()],
    match: async (asked: Request | string, { cacheName }: { readonly cacheName: string }) =>
      (await open(cacheName)).match(asked),
  };
  const taken: unknown[] = [];
  const navigator = {
    locks: { request: async (_name: string, act: () => Promise<unknown>) => act() },
    get connection() {
      return { saveData: phone.savesData, effectiveType: phone.line };
    },
  };
  const self = {
    addEventListener: (type: string, handler: Handler) => handlers.set(type, [...(handlers.get(type) ?? []), handler]),
    registration: {
      scope: `${origin}/`,
      sync: { register: async (tag: string) => void phone.wakesFor.push(tag) },
      get waiting() {
        return phone.isVersionWaiting ? { postMessage: (said: unknown) => taken.push(said) } : null;
      },
    },
    clients: {
      claim: async () => undefined,
      matchAll: async () => phone.windows.map((path) => ({ url: origin + path })),
    },
    navigator,
    location: new URL('/worker.js', origin),
    caches,
  };
  const idb = { IDBCursor, IDBDatabase, IDBIndex, IDBKeyRange, IDBObjectStore, IDBRequest, IDBTransaction };
  const context = createContext({
    self,
    navigator,
    caches,
    location: self.location,
    registration: self.registration,
    ...idb,
    ...{
      Response,
      Headers,
      URL,
      URLSearchParams,
      FormData,
      DOMException,
      TextEncoder,
      TextDecoder,
      Uint8Array,
      ArrayBuffer,
      crypto,
      setTimeout,
      // Workbox looks whether what failed is one.
      Error,
    },
    Request: BrowserRequest,
    Date: class extends Date {
      static override now(): number {
        return Date.now() + phone.clockAhead;
      }
    },
    indexedDB: disk.database,
    FetchEvent: Event,
    cookieStore: { get: async () => ({ value: phone.whose }) },
    async fetch(asked: Request | string, init?: RequestInit) {
      const { pathname } = new URL(urlOf(asked));
      phone.asked.push(pathname);
      if (init?.body instanceof URLSearchParams && phone.hasLine) {
        const key = new Headers(init.headers).get('Idempotency-Key') ?? '';
        phone.sent.push({ path: pathname, key, fields: Object.fromEntries(init.body) });
      }
      if (!phone.hasLine) throw new TypeError('Failed to fetch');
      return phone.answers[pathname]?.() ?? page(`by line ${pathname}`);
    },
  });
  runInContext(source, context);

  async function fire(type: string, rest: object): Promise<Response | undefined> {
    const work: Promise<unknown>[] = [];
    let answer: Promise<Response> | undefined;
    const event = {
      type,
      // A browser does not mind what fails in there.
      waitUntil: (promise: Promise<unknown>) => work.push(promise.catch(() => undefined)),
      respondWith(promise: Promise<Response>) {
        answer = promise;
      },
      ...rest,
    };
    for (const handler of handlers.get(type) ?? []) handler(event);
    const answered = await answer;
    // What is begun late is waited for, too.
    for (let index = 0; index < work.length; index += 1) await work[index];
    return answered;
  }

  return Object.assign(phone, {
    taken,
    caches: async () => [...stores.keys()].sort(),
    install: async () => {
      await fire('install', {});
      await fire('activate', {});
    },
    async say<Question extends Asked | AskedOfWaiting>(
      asked: Question,
    ): Promise<Question extends Asked ? Kept : WaitingAnswer> {
      let said: unknown;
      await fire('message', { data: asked, ports: [{ postMessage: (answer: unknown) => (said = answer) }] });
      return said as Question extends Asked ? Kept : WaitingAnswer;
    },
    /** What a window shows that goes to that address, or sends a form there: text and headers; null: the browser's own page. */
    async show(path: string): Promise<Shown | null> {
      const request = { url: origin + path, method: 'GET', mode: 'navigate', referrer: '', headers: new Headers() };
      return shown(await fire('fetch', { request }));
    },
    /** As the browser wakes it, no page open; rejects where it has to be woken again. */
    async wake(tag: string): Promise<void> {
      const work: Promise<unknown>[] = [];
      for (const handler of handlers.get('sync') ?? [])
        handler({ type: 'sync', tag, waitUntil: (promise: Promise<unknown>) => work.push(promise) });
      await Promise.all(work);
    },
    /** The same of a form that is sent there. `from`: the page that it stands on. */
    async send(path: string, { from = '', fields = {} }: Partial<SendingForm> = {}): Promise<Shown | null> {
      return shown(await fire('fetch', { request: new SentForm(origin + path, { from, fields }) }));
    },
  });
}

type Shown = { readonly text: string; readonly headers: Headers };

async function shown(answer: Response | undefined): Promise<Shown | null> {
  return !answer || answer.type === 'error' ? null : { text: await answer.text(), headers: answer.headers };
}

/** A page as it comes over the line. */
export function page(text: string): Response {
  const html = `<!DOCTYPE html><html lang="ht"><script>run()</script><a href="/ht/offline">again</a>${text}</html>`;
  return new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', Date: 'Tue, 09 Mar 2027 18:05:00 GMT' },
  });
}
