import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isRoundSigned, leastLead, quicknet, timeOfRound } from '#core/beacon/drand.ts';
import type { Instant } from '#core/time/instant.ts';
import recorded from '#tests/vectors/drand/quicknet.json' with { type: 'json' };
import type { Beacon } from './contract.ts';
import { createQuicknetBeacon } from './quicknet.ts';
import { createSandboxBeacon } from './sandbox.ts';

const [{ round, signature }, other] = recorded as [(typeof recorded)[number], (typeof recorded)[number]];
const path = `/52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971/public/${round}`;
const justOut = timeOfRound(round);

/** A relay of drand's, which answers as it was told: a real HTTP server with rounds that were recorded. */
let relay: Server;
let address = '';
let asked: string[] = [];
let answer: { readonly status: number; readonly body: string } = { status: 200, body: '' };

beforeAll(async () => {
  relay = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(relay.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => relay.close(resolve)));
beforeEach(() => {
  asked = [];
  says({ round, randomness: 'of no interest', signature });
});

function says(body: unknown, status = 200): void {
  answer = { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

const reports: string[] = [];
function drand(now: Instant = justOut, addresses: readonly string[] = [address]): Beacon {
  reports.length = 0;
  return createQuicknetBeacon({ addresses, now: () => now, report: (reason) => reports.push(reason) });
}

describe.each<[string, (now?: Instant) => Beacon, { readonly isSandbox: boolean }]>([
  ['drand', drand, { isSandbox: false }],
  ['the sandbox', (now = justOut) => createSandboxBeacon(() => now), { isSandbox: true }],
])('a beacon by %s', (_, make, { isSandbox }) => {
  test('gives a round that its chain signed', async () => {
    const beacon = make();
    const given = await beacon.signatureOf(round);
    expect(given.ok && isRoundSigned(round, given.value, beacon.chain)).toBe(true);
  });

  test('gives the same each time', async () => {
    expect(await make().signatureOf(round)).toEqual(await make((justOut + 86_400_000) as Instant).signatureOf(round));
  });

  test('gives no round before it is out', async () => {
    expect(await make((justOut - 1) as Instant).signatureOf(round)).toEqual({
      ok: false,
      error: { kind: 'beacon-early' },
    });
    expect(asked).toEqual([]);
  });

  test('announces a round that is more than ten minutes away', () => {
    const beacon = make();
    expect(timeOfRound(beacon.roundToAnnounce(justOut), beacon.chain) - justOut).toBeGreaterThan(leastLead);
  });

  test('says whether it is a sandbox: the verifier takes quicknet alone', () => {
    const beacon = make();
    expect(beacon.isSandbox).toBe(isSandbox);
    expect(beacon.chain.publicKey === quicknet.publicKey).toBe(!isSandbox);
  });
});

describe('drand over HTTP', () => {
  const unavailable = { ok: false, error: { kind: 'beacon-unavailable' } };

  test('is asked for one round of quicknet', async () => {
    expect(await drand().signatureOf(round)).toEqual({ ok: true, value: signature });
    expect(asked).toEqual([path]);
  });

  test.each<[string, () => void]>([
    ["another round's signature", () => says({ round, signature: other.signature })],
    ['another round', () => says(other)],
    ['no signature', () => says({ round })],
    ['a signature in capitals', () => says({ round, signature: signature.toUpperCase() })],
    ['an error', () => says({ error: 'not found' }, 404)],
    ['a page', () => says('<html>')],
  ])('a relay that gives %s is not believed', async (_, relayGives) => {
    relayGives();
    expect(await drand().signatureOf(round)).toEqual(unavailable);
    expect(reports).toHaveLength(1);
  });

  test('one relay that is down does not matter', async () => {
    expect(await drand(justOut, ['http://127.0.0.1:1', address]).signatureOf(round)).toEqual({
      ok: true,
      value: signature,
    });
    expect(reports).toEqual(['http://127.0.0.1:1: TypeError']);
  });
});
