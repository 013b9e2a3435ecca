import { err, ok } from '#core/result.ts';
import { lastDrawOfSeason } from '#server/db/repositories/draws.ts';
import {
  addSeason,
  keepJoin,
  lastSeason,
  lockSeasons,
  type SeasonParty,
  usedTips,
  witnessJoins,
} from '#server/db/repositories/rounds.ts';
import type { Trx } from '#server/db/schema.ts';
import type { WitnessServices } from '#server/services/draws.ts';
import { chainLength, makeOperatorChain } from './operator-chain.ts';
import { operatorKey } from './operator-key.ts';
import type { Tools } from './tools.ts';

export type Season = { readonly number: number; readonly parties: readonly SeasonParty[] };

/** The schedule's: so that keys and tips are public before the season's first draw. */
export async function keepSeason(tools: Tools): Promise<void> {
  await tools.db.transaction(async (trx) => settleSeason(tools, trx));
}

/** The season that the next draw to be announced belongs to. Where the listed witnesses are not there yet, the operator alone draws. */
export async function seasonToDraw(tools: Tools, trx: Trx): Promise<Season> {
  return (await settleSeason(tools, trx)) ?? begin(tools, trx, []);
}

/**
 * The latest season, after beginning the next one where it is due: all whom the operator lists have joined with chains that
 * no season had; or nobody is listed any more, or the operator's own chain is used up, and it draws alone. A witness who is
 * listed and doesn't join leaves the running season as it is. Null: there is none, and witnesses are still awaited.
 */
async function settleSeason(tools: Tools, trx: Trx): Promise<Season | null> {
  await operatorKey(tools, trx);
  await lockSeasons(trx);
  const running = seasonOf(await lastSeason(trx));
  if (tools.witnesses.length === 0) {
    const isAlone = running?.parties.length === 1 && !(await isUsedUp(trx, running));
    return isAlone ? running : begin(tools, trx, []);
  }
  const joins = await witnessJoins(trx);
  const joined = tools.witnesses.flatMap(
    ({ name, key }) => joins.find((join) => join.name === name && join.key === key) ?? [],
  );
  const isComplete = joined.length === tools.witnesses.length;
  const used = isComplete
    ? await usedTips(
        trx,
        joined.map(({ tip }) => tip),
      )
    : [];
  return isComplete && used.length === 0 ? begin(tools, trx, joined) : running;
}

async function isUsedUp(trx: Trx, { number, parties }: Season): Promise<boolean> {
  const last = await lastDrawOfSeason(trx, number);
  return (last?.draw ?? 0) >= Math.min(...parties.map(({ length }) => length));
}

type Joined = Omit<SeasonParty, 'season' | 'ordinal'>;

async function begin(tools: Tools, trx: Trx, witnesses: readonly Joined[]): Promise<Season> {
  const { season, tip } = await makeOperatorChain(tools, trx);
  const { publicKey } = await operatorKey(tools, trx);
  const own: Joined = { name: 'operator', key: publicKey, tip, length: chainLength, escrow: null };
  const others = witnesses.map(({ name, key, tip: first, length, escrow }) => ({
    name,
    key,
    tip: first,
    length,
    escrow,
  }));
  await addSeason(trx, { number: season, now: tools.now(), parties: [own, ...others] });
  return { number: season, parties: await lastSeason(trx) };
}

function seasonOf(parties: readonly SeasonParty[]): Season | null {
  const [operator] = parties;
  return operator ? { number: operator.season, parties } : null;
}

/** Once all who are listed have joined, the season has begun, and its parties are public. */
export const joinSeason =
  (tools: Tools): WitnessServices['joinSeason'] =>
  async ({ by, tip, length, escrow }) => {
    if (!tools.witnesses.some(({ name, key }) => name === by.name && key === by.key))
      return err({ kind: 'witness-unknown' });
    return tools.db.transaction(async (trx) => {
      await operatorKey(tools, trx);
      await lockSeasons(trx);
      const running = (await lastSeason(trx)).find(({ name }) => name === by.name);
      if (running?.tip === tip && running.key === by.key) return ok(null);
      if ((await usedTips(trx, [tip])).length > 0) return err({ kind: 'tip-used' });
      await keepJoin(trx, { ...by, tip, length, escrow, now: tools.now() });
      await settleSeason(tools, trx);
      return ok(null);
    });
  };
