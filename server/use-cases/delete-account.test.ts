import { describe, expect, test } from 'vitest';
import { runDraw } from '#core/draw/run-draw.ts';
import { findDraw } from '#server/db/repositories/draws.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { makeTown, must, operator, type Town } from '#tests/support/town.ts';
import { nodeHash } from './hash.ts';

const start = '2027-03-10T15:00:00-05:00';
const yes = { delete: 'yes' };

eachDatabase((_name, open) => {
  async function begin() {
    const database = await open();
    const town = await makeTown(database, start);
    const { services } = town;
    const close = async () => must(await services.closePool({ actor: operator }));
    const draw = async () => must(await services.drawPool({ actor: operator }));
    const remove = (applicant: Applicant) => services.deleteAccount({ accountId: applicant.accountId, fields: yes });
    return { database, town, close, draw, remove };
  }

  async function taken(town: Town): Promise<number> {
    const { total } = await town.tools.db.kysely
      .selectFrom('slots')
      .select((eb) => eb.fn.sum<number>('taken').as('total'))
      .executeTakeFirstOrThrow();
    return total;
  }

  describe('deleting everything', () => {
    test('needs the tick', async () => {
      const { town } = await begin();
      const ana = await town.registered('ana');
      for (const fields of [{}, { delete: 'no' }, { delete: '' }]) {
        expect(await town.services.deleteAccount({ accountId: ana.accountId, fields })).toEqual({
          ok: false,
          error: { kind: 'fields', fields: [{ field: 'delete', kind: 'must-be-ticked' }] },
        });
      }
      expect(await town.standing(ana)).toMatchObject({ step: 'registered' });
    });

    test('takes a waiting request out of the pool', async () => {
      const { database, town, close, draw, remove } = await begin();
      const [ana, ben] = [await town.registered('ana'), await town.registered('ben')];
      for (const person of [ana, ben]) must(await town.ask(person));
      must(await remove(ana));
      await close();
      await draw();
      const requests = await database.kysely.selectFrom('requests').select(['state']).execute();
      expect(requests).toEqual([{ state: 'chosen' }]);
    });

    test('between close and draw leaves the draw as it was announced, and frees at once what it gives her', async () => {
      const { database, town, close, draw, remove } = await begin();
      const [ana, ben] = [await town.registered('ana'), await town.registered('ben')];
      for (const person of [ana, ben]) must(await town.ask(person));
      const { day } = await close();
      const announced = await findDraw(database.kysely, day);
      must(await remove(ana));
      expect(await draw()).toMatchObject({ chosen: 2 });

      const drawn = await findDraw(database.kysely, day);
      expect(drawn).toMatchObject({ announcement: announced?.announcement, pool: announced?.pool });
      if (!drawn?.reveal) throw new Error('expected the draw to be made');
      const slotKey = town.tools.vault.open(drawn.slotKeySealed, {
        table: 'draws',
        column: 'slot_key_sealed',
        row: day,
      });
      const again = runDraw(
        { ...drawn, reveals: [drawn.reveal], drandSignature: null, slotKey: Buffer.from(slotKey).toString('hex') },
        nodeHash,
      );
      expect(again).toMatchObject({ ok: true, value: { result: drawn.result } });
      // One place for ben; hers was given and is free.
      expect(await taken(town)).toBe(1);
      const offers = await database.kysely.selectFrom('offers').select('state').orderBy('state').execute();
      expect(offers).toEqual([{ state: 'declined' }, { state: 'open' }]);
      const messages = await database.kysely.selectFrom('outbox').select('registrationId').execute();
      expect(new Set(messages.map(({ registrationId }) => registrationId)).size).toBe(1);
      expect(await town.standing(ben)).toMatchObject({ step: 'offered' });
    });

    test('gives a live offer back', async () => {
      const { database, town, close, draw, remove } = await begin();
      const ana = await town.registered('ana');
      must(await town.ask(ana));
      await close();
      await draw();
      expect(await taken(town)).toBe(1);
      must(await remove(ana));
      expect(await taken(town)).toBe(0);
      const requests = await database.kysely.selectFrom('requests').select('state').execute();
      expect(requests).toEqual([{ state: 'released' }]);
    });

    test('leaves no two days that could be linked', async () => {
      const { database, town, close, draw, remove } = await begin();
      const ana = await town.registered('ana');
      for (const round of [1, 2]) {
        must(await town.ask(ana));
        await close();
        await draw();
        const found = await town.standing(ana);
        if (found.step !== 'offered') throw new Error(`expected an offer in round ${round}`);
        must(await town.services.declineOffer({ applicant: ana, offerId: found.offer.id }));
        await town.wait(60_000);
        if (round === 1) must(await town.services.openNextPool({ actor: operator }));
      }
      must(await remove(ana));
      const rows = await database.kysely
        .selectFrom('requests')
        .innerJoin('registrations', 'registrations.id', 'requests.registrationId')
        .select(['registrations.id', 'registrations.accountId', 'registrations.state', 'requests.registeredAt'])
        .execute();
      expect(rows).toHaveLength(2);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
      expect(new Set(rows.map(({ registeredAt }) => registeredAt)).size).toBe(2);
      expect(rows).toMatchObject([
        { accountId: null, state: 'closed' },
        { accountId: null, state: 'closed' },
      ]);
    });

    test('she can begin anew, with a new date', async () => {
      const { town, remove } = await begin();
      const ana = await town.registered('ana');
      must(await remove(ana));
      await town.wait(60_000);
      const again = await town.newcomer('ana');
      expect(again.accountId).not.toBe(ana.accountId);
      expect(await town.standing(again)).toMatchObject({ step: 'registering', next: 'language' });
    });
  });

  describe('my data', () => {
    test('has everything in it, opened, and not a token', async () => {
      const { town, close, draw } = await begin();
      const ana = await town.registered('ana', 'laredo');
      must(await town.ask(ana, { signals: { automation: true } }));
      await close();
      await draw();
      must(await town.confirm(ana));
      const text = await town.services.exportData(ana.accountId);
      const file = JSON.parse(text) as Record<string, never>;
      expect(file).toMatchObject({
        form: 'puente/my-data/1',
        account: { email: 'ana@puente.example', language: 'ht', codeMadeAt: null },
        registration: { state: 'registered', registeredAt: '2027-03-10T20:00:00Z', portChoices: ['laredo'] },
        people: [{ position: 1, answers: { givenNames: 'Marie-Flore', birthDate: '1992-02-29' } }],
        places: expect.arrayContaining([expect.objectContaining({ cell: expect.any(String) as string })]) as unknown,
        records: {
          acceptances: [{ document: 'terms' }],
          requests: [{ state: 'fulfilled', size: 1, outcome: expect.stringContaining('laredo') as string }],
          offers: [{ state: 'confirmed', port: 'laredo' }],
          appointments: [{ state: 'booked', code: expect.stringMatching(/^\d{9}$/) as string }],
          signals: expect.arrayContaining([expect.objectContaining({ kind: 'automation' })]) as unknown,
          outbox: [{ kind: 'offer' }, { kind: 'confirmed' }],
          device_registrations: [{ place: 1 }],
        },
      });
      expect(text).not.toMatch(/token/i);
      expect(text).toMatch(/"jpeg": "\/9j\//);
    });

    test('is that of her own group alone', async () => {
      const { town } = await begin();
      const [ana, ben] = [await town.registered('ana'), await town.registered('ben')];
      const [person] = (await town.services.myData(ana.accountId)).people;
      if (!person) throw new Error('expected a person');
      expect(await town.services.myPhoto({ accountId: ana.accountId, person: person.id })).not.toBeNull();
      expect(await town.services.myPhoto({ accountId: ben.accountId, person: person.id })).toBeNull();
    });

    test('of somebody who has told nothing yet is her account', async () => {
      const { town } = await begin();
      const ana = await town.newcomer('ana');
      expect(await town.services.myData(ana.accountId)).toMatchObject({ registration: null, people: [], records: {} });
    });
  });
});
