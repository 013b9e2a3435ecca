import { randomUUID } from 'node:crypto';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { isFurtherStep, type RegistrationStep } from '#core/registration/answers.ts';
import { readTerms } from '#server/documents.ts';
import type { MadeUpPerson } from './people.ts';
import { juarez } from './person.ts';

export type Reply = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** One asking as it goes over the line: sent again it is the same one. */
export type Asking = { readonly fields: Readonly<Record<string, string>>; readonly key: string };

/** A person without a screen, for when there are many at once: the same requests, with cookies of her own. */
export class HttpPerson {
  readonly address: string;
  private readonly jar = new Map<string, { readonly pair: string; readonly path: string }>();

  constructor(address: string, cookiesOf?: HttpPerson) {
    this.address = address;
    for (const [name, cookie] of cookiesOf?.jar ?? []) this.jar.set(name, cookie);
  }

  /** As a browser's `fetch` posts a form. Rejects where no answer came. */
  async post(path: string, fields: Readonly<Record<string, string>> | FormData, key?: string): Promise<Reply> {
    const response = await this.send(path, {
      method: 'POST',
      headers: { accept: 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
      body: fields instanceof FormData ? fields : new URLSearchParams(fields),
    });
    return { status: response.status, body: (await response.json()) as Reply['body'] };
  }

  /** The page's HTML. */
  async page(path: string): Promise<string> {
    const response = await this.send(`/en/${path}`, { headers: { accept: 'text/html' } });
    const html = await response.text();
    if (response.status !== 200) throw new Error(`expected the page ${path}, found status ${response.status}`);
    return html;
  }

  async signIn(email: string): Promise<void> {
    let at = nextOf(await this.post('/api/sign-in', { page: 'sign-in', locale: 'en' }));
    at = await this.followed(at);
    const uid = new URL(at, this.address).searchParams.get('uid') ?? '';
    at = nextOf(await this.post('/api/sandbox/sign-in', { uid, email, locale: 'en' }));
    await this.followed(at);
  }

  /** From nobody to a registration with ports chosen. */
  async register(self: MadeUpPerson, photo: Uint8Array, ...ports: readonly [string, ...string[]]): Promise<void> {
    await this.signIn(self.email);
    const terms = await readTerms('en', '2027-01');
    const [birthDay, birthMonth, birthYear] = self.birth;
    const picture = new FormData();
    picture.set('photo', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'portrait.jpg');
    const { givenNames, familyNames, sex, birthCountry, citizenship, phone, primaryLanguage } = self;
    const accepted = { accept: 'yes', termsVersion: terms.version, termsSha256: terms.sha256 };
    const [port1, port2 = '', port3 = ''] = ports;
    await this.answer('language', { primaryLanguage });
    await this.answer('name', { givenNames, familyNames });
    await this.answer('birth', { birthDay, birthMonth, birthYear });
    await this.answer('sex', { sex });
    await this.answer('origin', { birthCountry, citizenship });
    await this.answer('phone', { phone });
    await this.answer('photo', picture);
    await this.answer('terms', accepted);
    nextOf(await this.post('/api/registration', {}));
    nextOf(await this.post('/api/request/ports', { port1, port2, port3 }));
  }

  /** One step; the questions after it that may be skipped are. */
  private async answer(step: RegistrationStep, fields: Readonly<Record<string, string>> | FormData): Promise<void> {
    const reply = await this.post(`/api/registration/${step}`, fields);
    nextOf(reply);
    const next = String(reply.body['step']);
    if (isFurtherStep(next)) await this.answer(next, { skip: 'yes' });
  }

  /** Place and the check against robots, solved as a phone solves it. */
  async readyToAsk(): Promise<Asking> {
    const { latitude, longitude, accuracy } = juarez;
    const place = { latitude: String(latitude), longitude: String(longitude), accuracy: String(accuracy) };
    return { fields: { ...place, signals: '{}', altcha: await this.robotCheck() }, key: randomUUID() };
  }

  ask({ fields, key }: Asking): Promise<Reply> {
    return this.post('/api/request', fields, key);
  }

  private async robotCheck(): Promise<string> {
    const response = await this.send('/api/captcha', { headers: { accept: 'application/json' } });
    const challenge = (await response.json()) as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    if (!solution) throw new Error('expected the check against robots to be solved');
    const { parameters, signature } = challenge;
    return Buffer.from(JSON.stringify({ challenge: { parameters, signature }, solution })).toString('base64');
  }

  /** Where redirects lead, up to the first page. */
  private async followed(address: string): Promise<string> {
    for (let at = address; ; ) {
      if (!/\/sandbox\/oidc\/|\/api\//.test(at)) return at;
      const response = await this.send(at, { headers: { accept: 'text/html' } });
      await response.arrayBuffer();
      const location = response.headers.get('location');
      if (location === null) throw new Error(`expected to be led on, found status ${response.status}`);
      at = new URL(location, new URL(at, this.address)).href;
    }
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    const url = new URL(path, this.address);
    const cookies = [...this.jar.values()].filter((cookie) => url.pathname.startsWith(cookie.path));
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string>), cookie: cookies.map(({ pair }) => pair).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const pair = line.split(';')[0] ?? '';
      const path = /;\s*path=([^;]+)/i.exec(line)?.[1] ?? '/';
      this.jar.set(`${pair.split('=')[0]} ${path}`, { pair, path });
    }
    return response;
  }
}

/** Where a write leads; throws if it was refused. */
function nextOf({ status, body }: Reply): string {
  if (status !== 200 || typeof body['next'] !== 'string') {
    throw new Error(`expected to be led on, found ${status} ${JSON.stringify(body)}`);
  }
  return body['next'];
}
