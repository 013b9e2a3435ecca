import { createHash, sign } from 'node:crypto';
import { fromHex } from '#core/draw/hash.ts';
import { logRoot } from '#core/draw/registration-log.ts';
import type { LocalDay } from '#core/time/instant.ts';
import type { DrawFile, KnownWitness } from '#server/services/draws.ts';
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
  const file = async ({ services }: Town, day: LocalDay, named: DrawFile) =>
    must(await services.drawFile({ day, name: named, isWitness: true })).text;
  const overAnnouncement = async (town: Town, day: LocalDay) => {
    const leaves = (await file(town, day, 'registrations.tsv')).split('\n').slice(0, -1);
    const { count, root } = logRoot(leaves.map(fromHex));
    return {
      signature: signed(await file(town, day, 'announcement.json')),
      registrationsSignature: signed(`puente-registrations-1\n${day}\n${count}\n${root}`),
    };
  };
  const overSummary = async (town: Town, day: LocalDay) => ({
    signature: signed(await file(town, day, 'summary.json')),
  });
  return {
    known,
    secret,
    signed,
    /** Headers of a request that it signs. */
    headers(method: string, path: string, { body = '', time = new Date().toISOString() } = {}) {
      const hash = createHash('sha256').update(body).digest('hex');
      return {
        'puente-witness': `${name};${time}`,
        'puente-signature': signed(`puente-witness-1\n${method}\n${path}\n${time}\n${hash}`),
      };
    },
    join: ({ services }: Pick<Town, 'services'>) =>
      services.joinSeason({ by: known, tip: secret(0), length, escrow: { threshold: 2, trustees: 3 } }),
    overAnnouncement,
    overSummary,
    signAnnouncement: async (town: Town, day: LocalDay) =>
      town.services.signAnnouncement({ by: known, day, ...(await overAnnouncement(town, day)) }),
    reveal: ({ services }: Town, day: LocalDay, draw: number) => services.revealSecret({ day, reveal: secret(draw) }),
    signSummary: async (town: Town, day: LocalDay) =>
      town.services.signSummary({ by: known, day, ...(await overSummary(town, day)) }),
  };
}
