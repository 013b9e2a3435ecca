import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSignedBy } from '../../scripts/witness/keys.ts';
import type { Answer, DrawFile, Join, Operator } from '../../scripts/witness/operator.ts';
import type { DrawOperator } from './draw-operator.ts';

export type DrawOperatorServer = { readonly address: string; readonly stop: () => Promise<void> };

type Asked = { readonly method: string; readonly path: string; readonly body: string };

/**
 * The paths and headers of decision 0048 before an operator in memory. `keys` are those that the operator lists, by name;
 * a witness's request that is not signed by its key, or is older than five minutes, is answered by 401.
 */
export async function startDrawOperator(
  operator: DrawOperator,
  keys: ReadonlyMap<string, string>,
  clock: () => number,
): Promise<DrawOperatorServer> {
  const server = createServer((request, response) => {
    void answer(request).then(({ status, text }) => response.writeHead(status).end(text));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  async function answer(request: IncomingMessage): Promise<{ readonly status: number; readonly text: string }> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const asked = { method: request.method ?? '', path: request.url ?? '', body };
    const name = request.headers['puente-witness'] === undefined ? null : whoAsks(request, asked);
    if (name === undefined) return { status: 401, text: '{"title":"request-signature-wrong"}' };
    const [, day = '', what = ''] = /^\/api\/draws\/([^/]+)(?:\/([^/]+))?$/.exec(asked.path) ?? [];
    const seen = operator.seenBy(name);
    if (asked.method === 'GET' && asked.path === '/api/policies.json')
      return { status: 200, text: (await seen.policies()) ?? '' };
    if (asked.method === 'GET') {
      const found = await fileOf(seen, day, what);
      return found === null ? { status: 404, text: '{"title":"not-public"}' } : { status: 200, text: found };
    }
    const sent = JSON.parse(body) as Record<string, string>;
    const { signature = '', registrationsSignature = '', reveal = '' } = sent;
    if (day === 'witness') return said(await seen.join(sent as unknown as Join));
    if (what === 'announcement-signature')
      return said(await seen.signAnnouncement(day, { signature, registrationsSignature }));
    if (what === 'reveal') return said(await seen.reveal(day, reveal));
    return said(await seen.signSummary(day, signature));
  }

  /** Of one draw, or of all (`/api/draws/NAME`). */
  async function fileOf(seen: Operator, day: string, name: string): Promise<string | null> {
    if (day === 'now') return JSON.stringify(await seen.now());
    return name === '' ? seen.file(operator.now().day, day as DrawFile) : seen.file(day, name as DrawFile);
  }

  /** Undefined where the signature is not that of whoever it names. */
  function whoAsks({ headers }: IncomingMessage, { method, path, body }: Asked): string | undefined {
    const [name = '', time = ''] = String(headers['puente-witness']).split(';');
    const hash = createHash('sha256').update(body).digest('hex');
    const signed = `puente-witness-1\n${method}\n${path}\n${time}\n${hash}`;
    const isFresh = Math.abs(clock() - Date.parse(time)) < 5 * 60_000;
    const key = keys.get(name);
    return key && isFresh && isSignedBy(key, signed, String(headers['puente-signature'])) ? name : undefined;
  }
}

function said(answer: Answer): { readonly status: number; readonly text: string } {
  return answer.ok ? { status: 204, text: '' } : { status: 409, text: JSON.stringify({ title: answer.error.kind }) };
}
