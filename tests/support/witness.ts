import { createHash, sign } from 'node:crypto';
import type { LocalDay } from '#core/time/instant.ts';
import type { KnownWitness } from '#server/services/draws.ts';
import { privateKeyOf, publicKeyOf } from './draw-season.ts';
import { must, type Town } from './town.ts';

/** Draws that a chain of a test is good for. */
const length = 9;

/** A witness that does what it is told; its key and its chain are its name, made up. `chain` names another one. */
export function makeWitness(name: string, chain = name) {
  const known: KnownWitness = { name, key: publicKeyOf(name) };
  const secrets = [createHash('sha256').update(chain).digest()];
  for (let draw = 0; draw < length; draw += 1)
    secrets.unshift(
      createHash('sha256')
        .update(secrets[0] ?? '')
        .digest(),
    );
  /** s_index. */
  const secret = (index: number) => secrets[index]?.toString('hex') ?? '';
  const signed = (text: string) => sign(null, Buffer.from(text), privateKeyOf(name)).toString('hex');
  const file = async ({ services }: Town, day: LocalDay, named: 'announcement.json' | 'summary.json') =>
    must(await services.drawFile({ day, name: named, isWitness: true })).text;
  return {
    known,
    secret,
    signed,
    join: ({ services }: Pick<Town, 'services'>) =>
      services.joinSeason({ by: known, tip: secret(0), length, escrow: { threshold: 2, trustees: 3 } }),
    async signAnnouncement(town: Town, day: LocalDay) {
      const row = await town.tools.db.kysely
        .selectFrom('draws')
        .select(['logRoot', 'logSize'])
        .where('day', '=', day)
        .executeTakeFirstOrThrow();
      return town.services.signAnnouncement({
        by: known,
        day,
        signature: signed(await file(town, day, 'announcement.json')),
        registrationsSignature: signed(`puente-registrations-1\n${day}\n${row.logSize}\n${row.logRoot}`),
      });
    },
    reveal: ({ services }: Town, day: LocalDay, draw: number) => services.revealSecret({ day, reveal: secret(draw) }),
    signSummary: async (town: Town, day: LocalDay) =>
      town.services.signSummary({ by: known, day, signature: signed(await file(town, day, 'summary.json')) }),
  };
}
