import { parseAnnouncement } from '#core/draw/announcement.ts';
import { tipBelow } from '#core/draw/chain.ts';
import { isHex32 } from '#core/draw/forms.ts';
import { toHex, utf8 } from '#core/draw/hash.ts';
import { dayRootMessage } from '#core/draw/registration-log.ts';
import { err, ok } from '#core/result.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { type AnnouncedDraw, findAnnounced } from '#server/db/repositories/draws.ts';
import { type DrawParty, keepAct, keysOfParty, lockParties, partiesOfSeason } from '#server/db/repositories/rounds.ts';
import type { Trx } from '#server/db/schema.ts';
import type { KnownWitness, WitnessServices } from '#server/services/draws.ts';
import { isSignedBy } from './ed25519.ts';
import { nodeHash } from './hash.ts';
import { operatorSecret } from './operator-chain.ts';
import type { Tools } from './tools.ts';

/** What the parties of an announced draw have still to do, and whose turn it is. */
export type Round = {
  readonly step: 'cosigning' | 'revealing' | 'drawing' | 'cosigning-result' | 'done';
  readonly waitsFor: readonly string[];
};

type Facts = Pick<AnnouncedDraw, 'announcement' | 'summary' | 'drandSignature'>;

export function roundOf(draw: Facts, parties: readonly DrawParty[]): Round {
  const namesWithout = (act: 'announcementSignature' | 'reveal' | 'summarySignature') =>
    parties.filter((party) => party[act] === null).map(({ name }) => name);
  const unsigned = namesWithout('announcementSignature');
  if (unsigned.length > 0) return { step: 'cosigning', waitsFor: unsigned };
  const secret = [...namesWithout('reveal'), ...(isRoundAwaited(draw) ? ['drand'] : [])];
  if (secret.length > 0) return { step: 'revealing', waitsFor: secret };
  if (draw.summary === null) return { step: 'drawing', waitsFor: [] };
  const unsignedResult = namesWithout('summarySignature');
  return { step: unsignedResult.length > 0 ? 'cosigning-result' : 'done', waitsFor: unsignedResult };
}

function isRoundAwaited({ announcement, drandSignature }: Facts): boolean {
  return drandSignature === null && announcementOf(announcement).drandRound !== null;
}

/** Ours: it was checked when it was written. */
export function announcementOf(text: string) {
  const announcement = parseAnnouncement(text);
  if (!announcement.ok) throw new Error(`expected our own announcement, found ${announcement.error.kind}`);
  return announcement.value;
}

/** What every signature, release and promise names it by. */
export function announcementHash({ announcement }: Pick<AnnouncedDraw, 'announcement'>): string {
  return toHex(nodeHash.sha256(utf8(announcement)));
}

/**
 * The operator reveals in the moment in which all have signed, before anybody else: it can't wait to see what the others
 * reveal. For the transaction in which the last signature came.
 */
export async function revealOnceSigned(tools: Tools, trx: Trx, day: LocalDay): Promise<void> {
  const parties = await lockParties(trx, day);
  const draw = await findAnnounced(trx, day);
  if (!draw || parties.some(({ announcementSignature }) => announcementSignature === null)) return;
  const reveal = await operatorSecret(tools, trx, { season: draw.season, index: draw.draw });
  await keepAct(trx, { day, ordinal: 0 }, { reveal });
}

type Known = { readonly draw: AnnouncedDraw; readonly party: DrawParty };

/** The draw, and who of its parties this is. Kinds: `draw-unknown`, `not-a-party`. */
async function findParty(trx: Trx, { day, by }: { readonly day: LocalDay; readonly by: KnownWitness }) {
  const parties = await lockParties(trx, day);
  const draw = await findAnnounced(trx, day);
  if (!draw) return err({ kind: 'draw-unknown' });
  const inSeason = await partiesOfSeason(trx, draw.season);
  const own = inSeason.find(({ name, key, ordinal }) => ordinal > 0 && name === by.name && key === by.key);
  const party = own && parties.find(({ ordinal }) => ordinal === own.ordinal);
  return party ? ok<Known>({ draw, party }) : err({ kind: 'not-a-party' });
}

export const signAnnouncement =
  (tools: Tools): WitnessServices['signAnnouncement'] =>
  async ({ by, day, signature, registrationsSignature }) =>
    tools.db.transaction(async (trx) => {
      const found = await findParty(trx, { day, by });
      if (!found.ok) return found;
      const { draw, party } = found.value;
      if (!isSignedBy(by.key, draw.announcement, signature)) return err({ kind: 'signature-wrong', at: 'signature' });
      const message = dayRootMessage({ day, root: draw.logRoot, size: draw.logSize });
      if (!isSignedBy(by.key, message, registrationsSignature))
        return err({ kind: 'signature-wrong', at: 'registrationsSignature' });
      if (party.announcementSignature !== null) return ok(null);
      await keepAct(trx, party, { announcementSignature: signature, registrationsSignature });
      await revealOnceSigned(tools, trx, day);
      return ok(null);
    });

/** Whosever it is, it is known by its hash; before all have signed nothing that anybody knows may be public. */
export const revealSecret =
  (tools: Tools): WitnessServices['revealSecret'] =>
  async ({ day, reveal }) =>
    tools.db.transaction(async (trx) => {
      const parties = await lockParties(trx, day);
      const draw = await findAnnounced(trx, day);
      if (!draw) return err({ kind: 'draw-unknown' });
      if (roundOf(draw, parties).step === 'cosigning') return err({ kind: 'too-early' });
      const tip = isHex32(reveal) ? tipBelow(reveal, 1, nodeHash) : null;
      const ordinal = announcementOf(draw.announcement).parties.findIndex((party) => party.tip === tip);
      if (ordinal < 0) return err({ kind: 'reveal-wrong' });
      await keepAct(trx, { day, ordinal }, { reveal });
      return ok(null);
    });

export const signSummary =
  (tools: Tools): WitnessServices['signSummary'] =>
  async ({ by, day, signature }) =>
    tools.db.transaction(async (trx) => {
      const found = await findParty(trx, { day, by });
      if (!found.ok) return found;
      const { draw, party } = found.value;
      if (draw.summary === null) return err({ kind: 'too-early' });
      if (!isSignedBy(by.key, draw.summary, signature)) return err({ kind: 'signature-wrong', at: 'signature' });
      if (party.summarySignature === null) await keepAct(trx, party, { summarySignature: signature });
      return ok(null);
    });

/** Of the operator's list, and of a season: who was dropped from the list goes on until its season's draws are done. */
export const witnessKeys =
  (tools: Tools): WitnessServices['witnessKeys'] =>
  async (name) => {
    const listed = tools.witnesses.flatMap((witness) => (witness.name === name ? [witness.key] : []));
    return [...new Set([...listed, ...(await keysOfParty(tools.db.kysely, name))])];
  };
