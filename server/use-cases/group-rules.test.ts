import sharp from 'sharp';
import { expect, test } from 'vitest';
import { askingEverything, shippedPolicies, withoutReleases } from '#core/policy/policies.ts';
import type { Policy } from '#core/policy/policy.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import type { Presence } from '#server/presence/contract.ts';
import { cleanPhoto } from '#server/presence/photo.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { jean, joinedBy, lia } from '#tests/support/family.ts';
import { policiesWith } from '#tests/support/policies.ts';
import { furtherAnswers } from '#tests/support/questions.ts';
import { inside, makeTown, must, operator, portrait, type Town } from '#tests/support/town.ts';
import { afternoon, offerOf } from '#tests/support/town-acts.ts';
import { confirmOffer } from './confirm-offer.ts';
import { readPeople, writeRecord } from './person-record.ts';
import type { SaveAnswersInput } from './save-answers.ts';
import { confirmingPhotos } from './who-confirms.ts';

const refused = (kind: string) => ({ ok: false, error: { kind } });

/** Knows a face by the very picture. */
const exact: Presence = {
  isSandbox: true,
  look: async () => ({ ok: true, value: { verdict: 'face-seen' } }),
  check: async ({ live, earlier }) =>
    Buffer.from(live).equals(earlier)
      ? { ok: true, value: { verdict: 'live-match', score: 1 } }
      : { ok: false, error: { kind: 'presence-missed' } },
};

eachDatabase((_name, open) => {
  const pictures = { jean: '#335577', lia: '#aa3311' } as const;
  const picture = async (background: string) => {
    const image = sharp({ create: { width: 320, height: 400, channels: 3, background } });
    return new Uint8Array(await image.jpeg().toBuffer());
  };
  /** A couple with a child, each with another photo, who were given a place. */
  const chosenFamily = async (confirmer: Policy['whoConfirms']) => {
    const town = await makeTown(await open(), afternoon, { policies: policiesWith({ whoConfirms: confirmer }) });
    const marie = await town.registered('marie');
    const people = { jean: await joinedBy(town, marie, jean), lia: await joinedBy(town, marie, lia) };
    for (const name of ['jean', 'lia'] as const) {
      const photo = await picture(pictures[name]);
      must(
        await town.services.saveAnswers({ applicant: marie, person: people[name], step: 'photo', fields: {}, photo }),
      );
    }
    must(await town.ask(marie));
    must(await town.services.closePool({ actor: operator }));
    must(await town.services.drawPool({ actor: operator }));
    return { town, marie };
  };
  const confirmWith = async (town: Town, marie: Applicant, photo: Uint8Array) => {
    const offer = await offerOf(town, marie);
    return confirmOffer(
      { ...town.tools, presence: exact },
      { applicant: marie, offerId: offer.id, place: inside, photo, sandboxWish: undefined },
    );
  };

  test('where any adult may confirm, the photo of any of them does, and a child’s does not', async () => {
    const { town, marie } = await chosenFamily('any-adult');
    expect(await offerOf(town, marie)).toMatchObject({ size: 3, whoConfirms: 'any-adult' });
    expect(await confirmWith(town, marie, await picture(pictures.lia))).toEqual(refused('presence-missed'));
    expect(await confirmWith(town, marie, await picture(pictures.jean))).toEqual({
      ok: true,
      value: { next: 'confirmation' },
    });
  });

  test('where the head has to confirm, another adult’s photo does not', async () => {
    const { town, marie } = await chosenFamily('head');
    expect(await offerOf(town, marie)).toMatchObject({ size: 3, whoConfirms: 'head' });
    expect(await confirmWith(town, marie, await picture(pictures.jean))).toEqual(refused('presence-missed'));
    expect(must(await town.confirm(marie))).toEqual({ next: 'confirmation' });
  });

  test('compared are the head first, then adults who count and whose photo stands; nobody else of the group', async () => {
    const { town, marie } = await chosenFamily('any-adult');
    const db = town.tools.db.kysely;
    const { id } = (await findRegistrationOf(db, marie.accountId)) ?? expect.fail('expected a registration');
    const compared = async () => (await confirmingPhotos(town.tools, db, id)).map((photo) => Buffer.from(photo));
    const jeans = Buffer.from(must(await cleanPhoto(await picture(pictures.jean))));
    const heads = Buffer.from(must(await cleanPhoto(await portrait())));
    expect(await compared()).toEqual([heads, jeans]);

    const [head, husband] = await readPeople(town.tools, db, id);
    if (!head || !husband) expect.fail('expected a couple');
    const refusedPhoto = { ...husband.answers, hasPhoto: false, photoWaits: true };
    await town.tools.db.transaction((trx) =>
      writeRecord(town.tools, trx, { registrationId: id, before: husband, answers: refusedPhoto }),
    );
    expect(await compared(), 'one that waits for a person is compared with nothing').toEqual([heads]);
    await db.updateTable('people').set({ registeredAt: null }).where('id', '=', husband.id).execute();
    await town.tools.db.transaction((trx) =>
      writeRecord(town.tools, trx, { registrationId: id, before: husband, answers: husband.answers }),
    );
    expect(await compared(), 'who was added later and doesn’t count yet').toEqual([heads]);
  });

  test('who looks at a photo that fitted nobody sees those of all who may confirm', async () => {
    for (const [confirmer, photos] of [
      ['any-adult', 2],
      ['head', 1],
    ] as const) {
      const { town, marie } = await chosenFamily(confirmer);
      const fields = { reason: 'live-photo', statement: 'Se mwen', maySeePhoto: 'yes' };
      const { code } = must(await town.services.requestAssistance({ applicant: marie, step: 'confirm', fields }));
      const seen = await town.services.review({ actor: operator, code });
      expect(seen?.photos?.registration).toHaveLength(photos);
    }
  });

  const addressOf = (town: Town, of: Pick<SaveAnswersInput, 'applicant' | 'person' | 'fields'>) =>
    town.services.saveAnswers({ ...of, step: 'us-address', photo: undefined });

  test('where no shared address is required, a member may have her own, and share it again', async () => {
    const town = await makeTown(await open(), afternoon);
    const marie = await town.registered('marie');
    const husband = await joinedBy(town, marie, jean);
    const shown = async () => (await town.services.group(marie.accountId))?.people[1]?.answers.usAddress;
    expect(await shown()).toBeUndefined();
    expect(
      must(await addressOf(town, { applicant: marie, person: husband, fields: furtherAnswers()['us-address'] })),
    ).toEqual({
      next: 'person',
      person: husband,
    });
    expect(await shown()).toMatchObject({ city: 'Laredo' });
    must(await addressOf(town, { applicant: marie, person: husband, fields: { skip: 'yes' } }));
    expect(await shown()).toBeNull();
    const group = await town.services.group(marie.accountId);
    expect(group?.people[1]?.changes.map(({ step }) => step)).toContain('us-address');
  });

  test('where a shared address is required, it is the head’s, and nothing else is taken or shown', async () => {
    const town = await makeTown(await open(), afternoon, {
      policies: askingEverything(withoutReleases(shippedPolicies)),
    });
    const marie = await town.registered('marie');
    const husband = await joinedBy(town, marie, jean);
    expect(
      await addressOf(town, { applicant: marie, person: husband, fields: furtherAnswers()['us-address'] }),
    ).toEqual(refused('not-found'));
    const group = await town.services.group(marie.accountId);
    expect(group?.people.map(({ answers }) => answers.usAddress?.city)).toEqual(['Laredo', undefined]);
    expect(group?.people[1]?.next).toBe('check');
  });
});
