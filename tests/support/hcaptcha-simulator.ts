import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Ill = 'well' | 'hangs' | 'fails' | 'speaks HTML';

/** hCaptcha's two endpoints and its box, over real HTTP on an origin of their own (docs.hcaptcha.com). */
export type HcaptchaSimulator = {
  readonly siteKey: string;
  readonly secret: string;
  readonly scriptUrl: string;
  readonly verifyUrl: string;
  readonly origin: string;
  /** The passcode that a tick gives, without a browser. */
  tick(): string;
  /** How `siteverify` is from now on. */
  readonly fall: (ill: Ill) => void;
  /** Paths asked for, in their order; `siteverify` with the names of the fields that came. */
  readonly asked: readonly string[];
  readonly stop: () => Promise<void>;
};

/** The vendor's box speaks the language of `hl`. */
export const boxWords = {
  en: 'I am human',
  es: 'Soy humano',
  ht: 'Mwen se moun',
  ru: 'Я человек',
  pt: 'Eu sou humano',
} as const;

export async function startHcaptchaSimulator(): Promise<HcaptchaSimulator> {
  const siteKey = randomUUID();
  const secret = `0x${randomUUID().replaceAll('-', '')}`;
  const fresh = new Set<string>();
  const asked: string[] = [];
  let ill: Ill = 'well';
  const tick = () => {
    const passcode = `P1_${randomUUID()}.${randomUUID()}`;
    fresh.add(passcode);
    return passcode;
  };

  async function verify(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const sent = new URLSearchParams(Buffer.concat(await req.toArray()).toString());
    asked.push(`/siteverify ${[...sent.keys()].sort().join(' ')}`);
    if (ill === 'hangs') return;
    if (ill === 'fails') return void res.writeHead(503).end();
    if (ill === 'speaks HTML')
      return void res.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Soon back</h1>');
    const codes = [
      ...(sent.get('secret') === secret ? [] : ['invalid-input-secret']),
      ...(sent.get('sitekey') === siteKey ? [] : ['sitekey-secret-mismatch']),
      ...(sent.get('response') ? [] : ['missing-input-response']),
    ];
    const passcode = sent.get('response') ?? '';
    if (codes.length === 0 && !fresh.delete(passcode)) codes.push('invalid-or-already-seen-response');
    res.writeHead(200, { 'Content-Type': 'application/json' });
    res.end(JSON.stringify(codes.length > 0 ? { success: false, 'error-codes': codes } : { success: true }));
  }

  const server = createServer((req, res) => {
    const url = new URL(req.url ?? '/', 'http://localhost');
    if (req.method === 'POST' && url.pathname === '/siteverify') return void verify(req, res);
    asked.push(url.pathname);
    switch (`${req.method} ${url.pathname}`) {
      case 'GET /1/api.js':
        return void res
          .writeHead(200, { 'Content-Type': 'text/javascript', 'Cross-Origin-Resource-Policy': 'cross-origin' })
          .end(script(`http://${req.headers.host}`, url.searchParams));
      case 'GET /box':
        return void res
          .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
          .end(box(url.searchParams.get('hl') ?? ''));
      case 'POST /tick':
        return void res.writeHead(200, { 'Content-Type': 'text/plain' }).end(tick());
      default:
        return void res.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    siteKey,
    secret,
    scriptUrl: `${origin}/1/api.js`,
    verifyUrl: `${origin}/siteverify`,
    origin,
    tick,
    fall: (kind) => {
      ill = kind;
    },
    asked,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Explicit rendering, callbacks by name, an iframe of the vendor's origin: as the vendor's own script does it. */
function script(origin: string, asked: URLSearchParams): string {
  const onload = /^\w+$/.exec(asked.get('onload') ?? '')?.[0] ?? '';
  const hl = /^[a-z]{2,3}$/.exec(asked.get('hl') ?? '')?.[0] ?? 'en';
  return `(() => {
    const widgets = new Map();
    addEventListener('message', ({ origin, source, data }) => {
      if (origin !== '${origin}') return;
      for (const { frame, options } of widgets.values()) if (frame.contentWindow === source) options.callback(data);
    });
    window.hcaptcha = {
      render(box, options) {
        if (!options.sitekey) throw new Error('missing-sitekey');
        const id = String(widgets.size);
        const frame = document.createElement('iframe');
        frame.title = 'hCaptcha';
        frame.src = '${origin}/box?hl=${hl}';
        frame.width = options.size === 'compact' ? 164 : 303;
        frame.height = options.size === 'compact' ? 144 : 78;
        box.append(frame);
        widgets.set(id, { frame, options });
        return id;
      },
      remove(id) {
        widgets.get(id)?.frame.remove();
        widgets.delete(id);
      },
    };
    ${onload ? `window.${onload}();` : ''}
  })();`;
}

function box(hl: string): string {
  const label = hl in boxWords ? boxWords[hl as keyof typeof boxWords] : boxWords.en;
  return `<!DOCTYPE html><html lang="${hl in boxWords ? hl : 'en'}"><title>hCaptcha</title>
    <style>label { display: flex; gap: 8px; align-items: center; min-height: 48px } input { width: 28px; height: 28px }</style>
    <label><input type="checkbox">${label}</label>
    <script>
      document.querySelector('input').addEventListener('change', async () => {
        const passcode = await (await fetch('/tick', { method: 'POST' })).text();
        parent.postMessage(passcode, '*');
      });
    </script></html>`;
}
