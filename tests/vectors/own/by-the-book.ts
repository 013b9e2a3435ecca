/**
 * The protocol's sections 1 to 5 once more, as they are written and without a thought of speed: it shares no line with
 * `core/draw`, and made what the vectors `own-*` expect.
 */
import { createHash, createHmac } from 'node:crypto';

export type Request = {
  readonly id: string;
  readonly size: number;
  readonly band: number;
  readonly ports: readonly string[];
};

export type Day = {
  readonly requests: readonly Request[];
  readonly maxGroup: number;
  readonly oldestShare: number;
  /** Places by slot, by port. */
  readonly ports: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly bands: readonly string[];
  readonly draw: number;
  readonly drandRound: number | null;
  readonly drandSignature: string | null;
  readonly policy: string;
  readonly previousResult: string;
  /** Name and s_i (64 hex) of each party. */
  readonly parties: readonly (readonly [name: string, secret: string])[];
  readonly slotKey: string;
};

type List = { readonly port: string; readonly name: 'oldest' | 'shuffled'; readonly room: number };

const day = '2027-03-01';
const bytes = (hex: string) => Buffer.from(hex, 'hex');
export const h = (...parts: readonly (string | Buffer)[]) =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest('hex');
const hmac = (key: string, message: Buffer) => createHmac('sha256', bytes(key)).update(message).digest('hex');
const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);

/** RFC 9162, 2.1.1. */
function mth(d: readonly string[]): string {
  if (d.length === 0) return h('');
  if (d.length === 1) return h(Buffer.of(0), d[0] ?? '');
  let k = 1;
  while (k * 2 < d.length) k *= 2;
  return h(Buffer.of(1), bytes(mth(d.slice(0, k))), bytes(mth(d.slice(k))));
}

/** RFC 8785: `JSON.stringify` writes strings and numbers so, and members in the order in which they come. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = value as Record<string, unknown>;
  return `{${Object.keys(members)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(members[name])}`)
    .join(',')}}`;
}

/** The text of each file of a vector. */
export function filesOf(given: Day) {
  const poolLines = given.requests
    .map(({ id, size, band, ports }) => [id, size, band, ports.join(',')].join('\t'))
    .sort();
  const ports = Object.keys(given.ports)
    .sort()
    .map((port) => {
      const slots = Object.entries(given.ports[port] ?? {}).map(([slot, places]) => ({ places, slot }));
      return { port, slots: slots.sort((one, other) => (one.slot < other.slot ? -1 : 1)) };
    });
  const { maxGroup, oldestShare, bands, draw, drandRound, policy, previousResult, slotKey, parties } = given;
  const capacity = canonical({ day, maxGroup, oldestShare, ports, protocol: 'puente-draw-1' });
  const announcement = canonical({
    bands,
    capacityHash: h(capacity),
    count: poolLines.length,
    day,
    draw,
    drandRound,
    parties: parties.map(([name, secret]) => ({ name, tip: h(bytes(secret)) })),
    policy,
    poolRoot: mth(poolLines),
    previousResult,
    protocol: 'puente-draw-1',
    slotKeyHash: h(bytes(slotKey)),
  });
  const reveals = parties.map(([, secret]) => secret);
  const seed = h(
    'puente-draw-1',
    Buffer.of(0),
    bytes(h(announcement)),
    ...reveals.map(bytes),
    bytes(given.drandSignature ?? ''),
  );

  const drawn = given.requests
    .map((request) => ({ ...request, ticket: hmac(seed, bytes(request.id)) }))
    .sort((one, other) => (one.ticket < other.ticket ? -1 : 1));
  const { outcomes, cutOffs } = inRounds(drawn, given);
  const result = drawn.map(({ ticket, id }, index) => `${ticket}\t${id}\t${outcomes[index] ?? '-'}\n`).join('');

  const slotLines = ports.flatMap(({ port, slots }) => {
    const kept = drawn.filter((_, index) => outcomes[index]?.startsWith(`${port} `));
    const byKey = kept.toSorted((one, other) =>
      hmac(slotKey, bytes(one.id)) < hmac(slotKey, bytes(other.id)) ? -1 : 1,
    );
    return byKey.map(({ id }, index) => {
      const x = sum(byKey.slice(0, index).map(({ size }) => size));
      const slot = slots.find((_, place) => x < sum(slots.slice(0, place + 1).map(({ places }) => places)));
      const nonce = hmac(slotKey, Buffer.concat([Buffer.from('nonce/'), bytes(id)]));
      return `${id}\t${(slot ?? slots.at(-1))?.slot}\t${nonce}`;
    });
  });
  slotLines.sort();
  const resultHash = h(result);
  const said = {
    reveals,
    drandSignature: given.drandSignature,
    slotKey,
    seed,
    resultHash,
    slotRoot: mth(slotLines),
    cutOffs,
  };
  return {
    'pool.tsv': poolLines.map((line) => `${line}\n`).join(''),
    'capacity.json': capacity,
    'announcement.json': announcement,
    'result.tsv': result,
    'slots.tsv': slotLines.map((line) => `${line}\n`).join(''),
    'draw.json': `${JSON.stringify(said, null, 1)}\n`,
  };
}

type Drawn = Request & { readonly ticket: string };

/** Section 3, all asking at once: each list looks at all who ask it, those turned away ask their next, until nobody is. */
function inRounds(drawn: readonly Drawn[], { ports, oldestShare }: Day) {
  const lists = Object.keys(ports)
    .sort()
    .flatMap((port): readonly List[] => {
      const places = sum(Object.values(ports[port] ?? {}));
      const q = Number((BigInt(places) * BigInt(oldestShare)) / 10_000n);
      return [
        { port, name: 'oldest', room: q },
        { port, name: 'shuffled', room: places - q },
      ];
    });
  const wayOf = ({ ports: wished }: Drawn) => wished.flatMap((port) => lists.filter((list) => list.port === port));
  const keyOf = ({ name }: List, { band, ticket }: Drawn) =>
    name === 'oldest' ? `${String(band).padStart(9, '0')} ${ticket}` : ticket;
  const stops = drawn.map(() => 0);
  const foremost = new Map<List, Drawn>();
  for (;;) {
    const asked = drawn.map((request, index) => wayOf(request)[stops[index] ?? 0]);
    const away = drawn.map((request, index) => {
      const list = asked[index];
      if (!list) return false;
      const before = drawn.filter((other, place) => asked[place] === list && keyOf(list, other) < keyOf(list, request));
      return sum(before.map(({ size }) => size)) >= list.room;
    });
    for (const [index, request] of drawn.entries()) {
      const list = asked[index];
      if (!list || !away[index]) continue;
      stops[index] = (stops[index] ?? 0) + 1;
      const first = foremost.get(list);
      if (!first || keyOf(list, request) < keyOf(list, first)) foremost.set(list, request);
    }
    if (away.includes(true)) continue;
    const cutOffs = Object.fromEntries(
      lists
        .filter(({ name }) => name === 'oldest')
        .map((oldest) => {
          const shuffled = lists.find((list) => list.port === oldest.port && list !== oldest);
          const [one, other] = [foremost.get(oldest), shuffled && foremost.get(shuffled)];
          return [oldest.port, { oldest: one ? `${one.band} ${one.ticket}` : null, shuffled: other?.ticket ?? null }];
        }),
    );
    return { outcomes: asked.map((list) => (list ? `${list.port} ${list.name}` : null)), cutOffs };
  }
}
