import { canonicalJson } from '#core/draw/canonical-json.ts';
import { writeCosignatures } from '#core/draw/cosignatures.ts';
import type { CutOffs } from '#core/draw/cut-offs.ts';
import { appendDraw, type DrawLogLine, writeDrawLog } from '#core/draw/draws-log.ts';
import { protocol } from '#core/draw/forms.ts';
import { toHex, utf8 } from '#core/draw/hash.ts';
import { writeDayRoot, writeDayRoots } from '#core/draw/registration-log.ts';
import { writeSeason } from '#core/draw/season.ts';
import { err, ok } from '#core/result.ts';
import { type AnnouncedDraw, drawsOfSeason, findAnnounced, findDraw, logRoots } from '#server/db/repositories/draws.ts';
import { logLeaves } from '#server/db/repositories/registration-log.ts';
import { type DrawParty, lastSeason, partiesOf, partiesOfSeason } from '#server/db/repositories/rounds.ts';
import type { Db } from '#server/db/schema.ts';
import type { DrawFile, DrawsServices, PublishedFile, SeasonFile } from '#server/services/draws.ts';
import { openSlotKey } from './draw-pool.ts';
import { freedText } from './freed-places.ts';
import { nodeHash } from './hash.ts';
import { isPublic, isThere } from './published-draws.ts';
import { roundOf } from './round.ts';
import type { Tools } from './tools.ts';

/** Of the latest season. */
export async function seasonFile(tools: Tools, name: SeasonFile): Promise<PublishedFile | null> {
  const db = tools.db.kysely;
  if (name === 'registrations.json') return { text: writeDayRoots(await logRoots(db)), isFinal: false };
  const [operator] = await lastSeason(db);
  if (!operator) return null;
  const text = name === 'season.json' ? await seasonText(db, operator.season) : await logText(db, operator.season);
  return { text, isFinal: false };
}

/** The files of core/draw/README.md, and those of docs/decisions/0048-witnesses.md. */
export const drawFile =
  (tools: Tools): DrawsServices['drawFile'] =>
  async ({ day, name, isWitness }) => {
    const db = tools.db.kysely;
    const draw = await findAnnounced(db, day);
    if (!draw) return err({ kind: 'draw-unknown' });
    const parties = await partiesOf(db, day);
    const round = roundOf(draw, parties);
    if (!isWitness && !isPublic(name, draw, tools.now())) return err({ kind: 'not-public' });
    if (!isThere(name, draw, round)) return err({ kind: 'not-there-yet' });
    const isFinal =
      name === 'cosignatures.json'
        ? round.step === 'done'
        : name === 'reveals.json'
          ? round.step !== 'revealing'
          : name !== 'freed.txt' && name !== 'draws.tsv';
    return ok({ text: await textOf(tools, { name, draw, parties }), isFinal });
  };

type Of = { readonly name: DrawFile; readonly draw: AnnouncedDraw; readonly parties: readonly DrawParty[] };

async function textOf(tools: Tools, { name, draw, parties }: Of): Promise<string> {
  const db = tools.db.kysely;
  const { day, logRoot: root, logSize: size } = draw;
  const signatures = (of: 'announcementSignature' | 'registrationsSignature' | 'summarySignature') => {
    const all = parties.flatMap((party) => party[of] ?? []);
    return all.length === parties.length ? all : [];
  };
  const reveals = parties.map(({ reveal }) => reveal);
  switch (name) {
    case 'announcement.json':
      return draw.announcement;
    case 'capacity.json':
      return draw.capacity;
    case 'summary.json':
      return draw.summary ?? '';
    case 'cosignatures.json':
      return writeCosignatures({
        announcement: signatures('announcementSignature'),
        summary: signatures('summarySignature'),
      });
    case 'registrations.json':
      return writeDayRoot({ day, root, size }, signatures('registrationsSignature'));
    case 'registrations.tsv':
      return (await logLeaves(db, size)).map((leaf) => `${leaf}\n`).join('');
    case 'reveals.json':
      return canonicalJson({ protocol, reveals });
    case 'season.json':
      return seasonText(db, draw.season);
    case 'draws.tsv':
      return logText(db, draw.season);
    case 'freed.txt':
      return freedText(db, day);
    case 'pool.tsv':
    case 'result.tsv':
    case 'draw.json':
    case 'slot-key':
      return largeText(tools, { name, draw, parties });
  }
}

async function largeText(tools: Tools, { name, draw, parties }: Of): Promise<string> {
  const whole = await findDraw(tools.db.kysely, draw.day);
  if (!whole) throw new Error(`expected the draw of ${draw.day}, which is announced`);
  if (name === 'pool.tsv') return whole.pool;
  if (name === 'result.tsv') return whole.result ?? '';
  if (name === 'slot-key') return openSlotKey(tools, whole);
  const { drandSignature, seed, resultHash, slotRoot } = whole;
  const cutOffs = whole.cutoffs as CutOffs;
  const reveals = parties.map(({ reveal }) => reveal);
  return canonicalJson({ reveals, drandSignature, slotKey: null, seed, resultHash, slotRoot, cutOffs });
}

export async function seasonText(db: Db, season: number): Promise<string> {
  const parties = await partiesOfSeason(db, season);
  const text = writeSeason({ parties: parties.map(({ key, name, tip }) => ({ key, name, tip })) });
  if (!text.ok) throw new Error(`expected the parties of season ${season} to be well formed: ${text.error.kind}`);
  return text.value;
}

/** A draw that was postponed has its line, without a result: the next one names none either. */
async function logText(db: Db, season: number): Promise<string> {
  const lines: DrawLogLine[] = [];
  for (const { day, announcement, resultHash, isPostponed } of await drawsOfSeason(db, season)) {
    if (resultHash === null && !isPostponed) break;
    const announcementHash = toHex(nodeHash.sha256(utf8(announcement)));
    const drawn = { day, announcementHash, resultHash: resultHash ?? '0'.repeat(64) };
    lines.push(appendDraw(lines.at(-1) ?? null, drawn, nodeHash));
  }
  return writeDrawLog(lines);
}
