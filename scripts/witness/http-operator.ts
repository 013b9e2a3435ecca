import { createHash } from 'node:crypto';
import { z } from 'zod';
import { err, ok } from '#core/draw/result.ts';
import type { SigningKey } from './keys.ts';
import { type Answer, type Now, type Operator, OperatorUnreachable } from './operator.ts';

type Identity = { readonly name: string; readonly key: Pick<SigningKey, 'sign'> };

/** A pool of a million requests on a slow line. */
const patience = 10 * 60_000;

const nowShape = z.object({
  day: z.iso.date(),
  draw: z.int().nullable(),
  stage: z.string(),
  waitsFor: z.array(z.string()),
});
const problemShape = z.object({ title: z.string() });

/** Not public, or not there yet. */
const notForUs = [403, 404, 409];

/** How it is reached: `send` is `fetch`, and `clock` the machine's, which the operator's has to agree with. */
export type Line = {
  readonly send: (address: string, init: RequestInit) => Promise<Response>;
  readonly clock: () => number;
};

/**
 * The operator's server over HTTP. With an identity each request is signed (`Puente-Witness`, `Puente-Signature`), so that
 * the files come which only witnesses get; without one it is anybody's, as a trustee's is. Throws OperatorUnreachable.
 */
export function httpOperator(address: string, identity: Identity | null, { send, clock }: Line): Operator {
  async function ask(method: 'GET' | 'POST', path: string, body = ''): Promise<Response> {
    const headers = {
      // What lies between might know an older file.
      'cache-control': 'no-cache',
      ...(body === '' ? {} : { 'content-type': 'application/json' }),
      ...(identity ? signedHeaders(identity, { method, path, body, time: new Date(clock()).toISOString() }) : {}),
    };
    try {
      const signal = AbortSignal.timeout(patience);
      return await send(address + path, { method, headers, redirect: 'error', signal, ...(body && { body }) });
    } catch (error) {
      throw new OperatorUnreachable(`${address}: ${error instanceof Error ? error.message : 'no answer'}`);
    }
  }

  async function unreachable(path: string, response: Response): Promise<OperatorUnreachable> {
    return new OperatorUnreachable(`${address}${path}: ${response.status} ${await titleOf(response)}`);
  }

  async function text(path: string): Promise<string | null> {
    const response = await ask('GET', path);
    if (response.ok) return response.text();
    if (notForUs.includes(response.status)) return null;
    throw await unreachable(path, response);
  }

  async function post(path: string, body: object): Promise<Answer> {
    const response = await ask('POST', path, JSON.stringify(body));
    if (response.ok) return ok(null);
    if (response.status >= 500) throw await unreachable(path, response);
    return err({ kind: await titleOf(response) });
  }

  return {
    async now() {
      const found = await text('/api/draws/now');
      if (found === null) return null;
      const now = nowShape.safeParse(json(found));
      if (!now.success) throw new OperatorUnreachable(`${address}/api/draws/now: not what a Puente says`);
      return now.data satisfies Now;
    },
    file: (day, name) => text(name === 'registrations.json' ? `/api/draws/${name}` : `/api/draws/${day}/${name}`),
    policies: () => text('/api/policies.json'),
    join: (join) => post('/api/draws/witness', join),
    signAnnouncement: (day, signatures) => post(`/api/draws/${day}/announcement-signature`, signatures),
    reveal: (day, reveal) => post(`/api/draws/${day}/reveal`, { reveal }),
    signSummary: (day, signature) => post(`/api/draws/${day}/summary-signature`, { signature }),
  };
}

/** The problem's kind (RFC 9457). */
async function titleOf(response: Response): Promise<string> {
  const problem = problemShape.safeParse(await response.json().catch(() => null));
  return problem.data?.title ?? String(response.status);
}

type Request = { readonly method: string; readonly path: string; readonly body: string; readonly time: string };

function signedHeaders({ name, key }: Identity, { method, path, body, time }: Request) {
  const bodyHash = createHash('sha256').update(body).digest('hex');
  return {
    'puente-witness': `${name};${time}`,
    'puente-signature': key.sign(`puente-witness-1\n${method}\n${path}\n${time}\n${bodyHash}`),
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
