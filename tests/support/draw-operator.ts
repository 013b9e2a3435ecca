import { createHash } from 'node:crypto';
import { announce } from '#core/draw/announce.ts';
import { canonicalJson } from '#core/draw/canonical-json.ts';
import { writeCapacity } from '#core/draw/capacity.ts';
import { chainSecret, tipBelow } from '#core/draw/chain.ts';
import { writeCosignatures } from '#core/draw/cosignatures.ts';
import { appendDraw, type DrawLogLine, writeDrawLog } from '#core/draw/draws-log.ts';
import { protocol } from '#core/draw/forms.ts';
import { fromHex, toHex, utf8 } from '#core/draw/hash.ts';
import { writePool } from '#core/draw/pool.ts';
import { logRoot, registrationLeaf } from '#core/draw/registration-log.ts';
import { type Draw, runDraw } from '#core/draw/run-draw.ts';
import { writeSeason } from '#core/draw/season.ts';
import { writeSummary } from '#core/draw/summary.ts';
import { shippedPolicies } from '#core/policy/policies.ts';
import { isSignedBy, signingKey } from '../../scripts/witness/keys.ts';
import type { Answer, DrawFile, Join, Now, Operator } from '../../scripts/witness/operator.ts';

type Success<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: object };

function must<Value>(result: Success<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');

type Round = {
  readonly day: string;
  readonly draw: number;
  readonly pool: string;
  readonly capacity: string;
  readonly announcement: string;
  readonly slotKey: string;
  readonly leaves: number;
  /** By party; the operator's own are there from the start. */
  readonly signatures: Map<string, string>;
  readonly reveals: Map<string, string>;
  readonly summarySignatures: Map<string, string>;
  drawn: (Draw & { readonly summary: string }) | null;
};

/** What the operator tells one witness in the place of what is true; undefined: the truth. */
export type Lie = (file: DrawFile | 'now', truth: string | null) => string | null | undefined;

type DrawOperatorSettings = { readonly drand?: { readonly round: number; readonly signature: string } };

/**
 * An operator of draws in memory, on `core/draw` alone: what a witness asks for and sends, and the folder that is published
 * in the end. Its server refuses what the real one refuses.
 */
export class DrawOperator {
  readonly #key = signingKey(fromHex(hex('the operator')));
  readonly #joined = new Map<string, Join>();
  readonly #drand: DrawOperatorSettings['drand'];
  #chain = { last: fromHex(hex('season 0')), length: 100 };
  #parties: readonly { readonly name: string; readonly key: string; readonly tip: string }[] = [];
  #rounds: Round[] = [];
  #log: DrawLogLine[] = [];
  #seasons = 0;
  readonly #leaves: Uint8Array[] = [];
  readonly #roots: { readonly day: string; readonly root: string; readonly size: number }[] = [];
  lie: Lie = () => undefined;

  constructor({ drand }: DrawOperatorSettings = {}) {
    this.#drand = drand;
  }

  /** With everybody who has joined, under chains that no season had. */
  beginSeason(): void {
    this.#seasons += 1;
    this.#chain = { last: fromHex(hex(`season ${this.#seasons}`)), length: 100 };
    const own = { name: 'operator', key: this.#key.publicKey, tip: this.#link(0) };
    this.#parties = [own, ...Array.from(this.#joined.values(), ({ name, key, tip }) => ({ name, key, tip }))];
    this.#joined.clear();
    this.#rounds = [];
    this.#log = [];
  }

  /** Freezes a pool of made-up requests and announces its draw. */
  close(day: string): void {
    const draw = this.#log.length + 1;
    const capacity = must(
      writeCapacity({
        day,
        maxGroup: 12,
        oldestShare: 5000,
        ports: ['el-paso', 'laredo'].map((port) => ({ port, slots: [{ slot: `${day}T08:00`, places: 9 }] })),
      }),
    );
    const pool = writePool(
      Array.from({ length: 30 }, (_, index) => {
        const id = hex(`${day} ${index}`);
        const number = Number.parseInt(id.slice(0, 4), 16);
        return { id, size: 1 + (number % 4), band: 0, ports: number % 3 ? ['laredo', 'el-paso'] : ['el-paso'] };
      }),
    );
    for (let index = 0; index < 3; index += 1) {
      const id = hex(`registration ${this.#leaves.length}`).replace(
        /^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/,
        '$1-$2-$3-$4-$5',
      );
      this.#leaves.push(registrationLeaf(id, `${day}T0${index}:00:00Z`));
    }
    const { count: size, root } = logRoot(this.#leaves);
    this.#roots.push({ day, root, size });
    const slotKey = hex(`slot key ${day}`);
    const previous = this.#rounds.at(-1);
    const announcement = must(
      announce({
        bands: [],
        draw,
        drandRound: this.#drand?.round ?? null,
        policy: '2027-01',
        pool,
        capacity,
        parties: this.#parties.map(({ name, tip }) => ({
          name,
          tip: name === 'operator' ? this.#link(draw - 1) : (previous?.reveals.get(name) ?? tip),
        })),
        previousResult: this.#log.at(-1)?.resultHash ?? null,
        slotKey,
      }),
    );
    this.#rounds.push({
      day,
      draw,
      pool,
      capacity,
      announcement,
      slotKey,
      leaves: size,
      signatures: new Map([['operator', this.#key.sign(announcement)]]),
      reveals: new Map(),
      summarySignatures: new Map(),
      drawn: null,
    });
  }

  /** The operator as one sees it; `null` is anybody. */
  seenBy(name: string | null): Operator {
    const told = (file: DrawFile | 'now', truth: string | null) => {
      const lie = this.lie(file, truth);
      return lie === undefined ? truth : lie;
    };
    return {
      now: async () => JSON.parse(told('now', JSON.stringify(this.now())) ?? 'null') as Now | null,
      file: async (day, file) => told(file, this.#file(day, file, name !== null)),
      policies: async () => JSON.stringify({ policies: shippedPolicies }),
      join: async (join) => {
        this.#joined.set(join.name, join);
        return taken;
      },
      signAnnouncement: async (day, { signature, registrationsSignature }) =>
        this.#signAnnouncement(this.#round(day), name ?? '', { signature, registrationsSignature }),
      reveal: async (day, reveal) => this.#reveal(this.#round(day), reveal),
      signSummary: async (day, signature) => this.#signSummary(this.#round(day), name ?? '', signature),
    };
  }

  now(): Now {
    const round = this.#rounds.at(-1);
    if (!round) return { day: '2027-01-01', draw: null, stage: 'open', waitsFor: [] };
    const missing = (from: ReadonlyMap<string, string>) =>
      this.#parties.map(({ name }) => name).filter((name) => !from.has(name));
    const { day, draw } = round;
    for (const [stage, done] of [
      ['cosigning', round.signatures],
      ['revealing', round.reveals],
      ['drawn', round.summarySignatures],
    ] as const) {
      const waitsFor = missing(done);
      if (waitsFor.length > 0) return { day, draw, stage, waitsFor };
    }
    return { day, draw, stage: 'cosigned-result', waitsFor: [] };
  }

  /** What is published of a draw when its last slot is past. */
  folderOf(day: string): ReadonlyMap<string, Uint8Array> {
    const names = ['announcement.json', 'capacity.json', 'pool.tsv', 'draw.json', 'season.json', 'cosignatures.json'];
    const files = [...names, 'summary.json', 'draws.tsv'].map(
      (name) => [name, utf8(this.#file(day, name as DrawFile, true) ?? '')] as const,
    );
    return new Map([...files, ['result.tsv', utf8(this.#round(day).drawn?.result ?? '')]]);
  }

  #round(day: string): Round {
    const round = this.#rounds.find((one) => one.day === day);
    if (!round) throw new Error(`expected a draw of ${day}`);
    return round;
  }

  #link(index: number): string {
    return toHex(must(chainSecret(this.#chain, index)));
  }

  #file(day: string, name: DrawFile, isWitness: boolean): string | null {
    const round = this.#round(day);
    const { drawn } = round;
    const inOrder = (from: ReadonlyMap<string, string>) => this.#parties.map((party) => from.get(party.name) ?? '');
    const whole = (from: ReadonlyMap<string, string>) => from.size === this.#parties.length;
    switch (name) {
      case 'season.json':
        return must(writeSeason({ parties: this.#parties }));
      case 'announcement.json':
        return round.announcement;
      case 'draws.tsv':
        return writeDrawLog(this.#log);
      case 'registrations.json':
        return canonicalJson({ days: this.#roots, protocol });
      case 'cosignatures.json':
        return whole(round.signatures)
          ? writeCosignatures({
              announcement: inOrder(round.signatures),
              summary: whole(round.summarySignatures) ? inOrder(round.summarySignatures) : [],
            })
          : null;
      case 'summary.json':
        return drawn?.summary ?? null;
      case 'draw.json': {
        if (!drawn) return null;
        const { seed, cutOffs, resultHash, slotRoot } = drawn;
        const drandSignature = this.#drand?.signature ?? null;
        const said = { reveals: inOrder(round.reveals), drandSignature, slotKey: null };
        return JSON.stringify({ ...said, seed, resultHash, slotRoot, cutOffs });
      }
      case 'pool.tsv':
        return isWitness ? round.pool : null;
      case 'capacity.json':
        return isWitness ? round.capacity : null;
      case 'registrations.tsv':
        return isWitness
          ? this.#leaves
              .slice(0, round.leaves)
              .map((leaf) => `${toHex(leaf)}\n`)
              .join('')
          : null;
      case 'slot-key':
        return isWitness && drawn ? round.slotKey : null;
    }
  }

  #signAnnouncement(
    round: Round,
    name: string,
    { signature, registrationsSignature }: { readonly signature: string; readonly registrationsSignature: string },
  ): Answer {
    const key = this.#parties.find((party) => party.name === name)?.key;
    const roots = this.#roots.find(({ day }) => day === round.day);
    if (!key || !roots) return refused('not-a-party');
    const registrations = `puente-registrations-1\n${round.day}\n${roots.size}\n${roots.root}`;
    if (!isSignedBy(key, round.announcement, signature)) return refused('signature-wrong');
    if (!isSignedBy(key, registrations, registrationsSignature)) return refused('signature-wrong');
    round.signatures.set(name, signature);
    return taken;
  }

  #reveal(round: Round, reveal: string): Answer {
    if (round.signatures.size < this.#parties.length) return refused('too-early');
    const tips =
      round.draw === 1 ? this.#parties : this.#parties.map(({ name }) => ({ name, tip: this.#before(round, name) }));
    const party = tips.find(({ tip }) => tipBelow(reveal, 1) === tip);
    if (!party) return refused('reveal-wrong');
    round.reveals.set(party.name, reveal);
    round.reveals.set('operator', this.#link(round.draw));
    if (round.reveals.size === this.#parties.length) this.#draw(round);
    return taken;
  }

  #before(round: Round, name: string): string {
    return this.#rounds[round.draw - 2]?.reveals.get(name) ?? '';
  }

  #draw(round: Round): void {
    if (round.drawn) return;
    const { announcement, day } = round;
    const openings = {
      reveals: this.#parties.map(({ name }) => round.reveals.get(name) ?? ''),
      drandSignature: this.#drand?.signature ?? null,
    };
    const drawn = must(runDraw({ ...round, ...openings }));
    const summary = writeSummary({ ...drawn, ...openings, announcement });
    round.drawn = { ...drawn, result: drawn.result, summary };
    round.summarySignatures.set('operator', this.#key.sign(summary));
    const { resultHash } = drawn;
    this.#log.push(appendDraw(this.#log.at(-1) ?? null, { day, announcementHash: hex(announcement), resultHash }));
  }

  #signSummary({ drawn, summarySignatures }: Round, name: string, signature: string): Answer {
    const key = this.#parties.find((party) => party.name === name)?.key;
    if (!key) return refused('not-a-party');
    if (!drawn) return refused('too-early');
    if (!isSignedBy(key, drawn.summary, signature)) return refused('signature-wrong');
    summarySignatures.set(name, signature);
    return taken;
  }
}

const taken: Answer = { ok: true, value: null };

function refused(kind: string): Answer {
  return { ok: false, error: { kind } };
}
