import { describe, expect, test } from 'vitest';
import type { AccountId } from '#core/ids.ts';
import { askedSteps } from '#core/registration/steps.ts';
import type { DecisionReason } from '#core/review/decision.ts';
import type { Presence } from '#server/presence/contract.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { answerFor, lia } from '#tests/support/family.ts';
import { answersOf, hour, makeTown, must, portrait, type Town } from '#tests/support/town.ts';
import { confirmOffer } from './confirm-offer.ts';
import { saveAnswers } from './save-answers.ts';
import type { Tools } from './tools.ts';

const afternoon = '2027-03-10T15:00:00-05:00';
const officer = '00000000-0000-4000-8000-000000000002' as AccountId;
const notAnImage = new TextEncoder().encode('<html>');

eachDatabase((_name, open) => {
  /** Everything answered but the photo. */
  async function begin() {
    const town = await makeTown(await open(), afternoon);
    const person = await town.newcomer('marie');
    const { photo: _, ...right } = await answersOf(person.locale);
    const fields = { ...right, email: { email: 'marie@puente.example' } };
    const steps = askedSteps(town.services.policy().questions, 'head').filter((step) => step !== 'photo');
    for (const step of steps as readonly (keyof typeof fields)[])
      must(
        await town.services.saveAnswers({
          applicant: person,
          person: null,
          step,
          fields: fields[step],
          photo: undefined,
        }),
      );
    return { town, person, photo: await portrait() };
  }

  type Sent = { readonly photo: Uint8Array; readonly sandboxWish: string; readonly tools?: Partial<Tools> };
  const send = (town: Town, applicant: Applicant, { photo, sandboxWish, tools = {} }: Sent) =>
    saveAnswers(
      { ...town.tools, ...tools },
      { applicant, person: null, step: 'photo', fields: { sandboxWish }, photo },
    );
  const asks = (town: Town, person: Applicant) =>
    town.services.requestAssistance({ applicant: person, step: 'photo', fields: { maySeePhoto: 'yes', misses: '3' } });
  const decide = (town: Town, code: string, reason: DecisionReason) =>
    town.services.decideReview({ actor: officer, fields: { code, reason } });
  const goesOn = async (town: Town, person: Applicant) => {
    must(await town.services.register({ applicant: person }));
    must(await town.services.choosePorts({ applicant: person, fields: { port1: 'el-paso', port2: '', port3: '' } }));
    must(await town.ask(person));
    await town.wait(20 * hour);
  };
  const answers = async (town: Town, person: Applicant) => (await town.services.answers(person.accountId, null)) ?? {};
  const told = async (town: Town) =>
    (await town.tools.db.kysely.selectFrom('outbox').select('kind').execute()).map(({ kind }) => kind);

  async function refusedThrice(picture?: Uint8Array) {
    const { town, person, photo } = await begin();
    const sent = picture ?? photo;
    const kinds: string[] = [];
    for (let time = 0; time < 3; time += 1) {
      const saved = await send(town, person, { photo: sent, sandboxWish: 'miss' });
      kinds.push(saved.ok ? 'ok' : saved.error.kind);
    }
    expect(kinds).toEqual(['fields', 'fields', 'photo-refused']);
    return { town, person, photo, sent };
  }

  describe('a photo that is refused at registration', () => {
    test('three times, goes to a person who sees it; she goes on meanwhile, and it is good enough from then on', async () => {
      const { town, person } = await refusedThrice();
      expect(await town.standing(person)).toMatchObject({ step: 'registering', next: 'photo' });
      const { code } = must(await asks(town, person));
      expect(await town.standing(person)).toMatchObject({ step: 'registering', next: 'check' });
      expect(await town.services.assistance(person.accountId)).toMatchObject({ code, step: 'photo' });
      expect(await town.services.reviews('registration-photo')).toMatchObject([{ code, step: 'photo' }]);
      const seen = await town.services.review({ actor: officer, code });
      expect(seen).toMatchObject({ found: { misses: 3 }, photos: { registration: [], live: null } });
      expect(seen?.photos?.refused[0]?.length).toBeGreaterThan(100);
      await goesOn(town, person);

      must(await decide(town, code, 'photo-good'));
      expect(await answers(town, person)).toMatchObject({ hasPhoto: true, photoWaits: false });
      expect(await told(town)).toContain('review-decided');
      expect(await town.services.decided(person.accountId)).toMatchObject({ step: 'photo', decision: 'for' });
      expect(must(await town.confirm(person))).toEqual({ next: 'confirmation' });
    });

    test('and by a person too, is told with its reason; what needs a photo waits, until she sends a good one', async () => {
      const { town, person, photo } = await refusedThrice();
      const { code } = must(await asks(town, person));
      must(await decide(town, code, 'photo-unclear'));
      expect(await town.services.decided(person.accountId)).toMatchObject({
        decision: 'against',
        reason: 'photo-unclear',
      });
      expect(await town.services.refusedPhotos(person.accountId)).toMatchObject([{ person: null }]);
      expect(await told(town)).toContain('review-decided');
      // Nobody looks at it any more, and no page may say so.
      expect(await answers(town, person)).toMatchObject({ hasPhoto: false, photoWaits: false, photoMissing: true });
      await goesOn(town, person);
      // There is nothing to compare with: no match is made of a photo that nobody accepted.
      expect(must(await town.confirm(person))).toEqual({ next: 'assisted' });
      expect(await town.standing(person)).toMatchObject({ step: 'offered' });
      must(await town.services.declineOffer({ applicant: person, offerId: await offerOf(town, person) }));
      must(await send(town, person, { photo, sandboxWish: 'match' }));
      expect(await answers(town, person)).toMatchObject({ hasPhoto: true, photoMissing: false, photoMisses: 0 });
    });

    test('of a member of the group, is asked for again of her, and of nobody whose photo is there', async () => {
      const { town, person, photo } = await begin();
      must(await send(town, person, { photo, sandboxWish: 'match' }));
      const child = await answerFor(town, person, { ...lia, isWithoutPhoto: true });
      const sends = (sandboxWish: string) =>
        town.services.saveAnswers({ applicant: person, person: child, step: 'photo', fields: { sandboxWish }, photo });
      const refused = () => town.services.refusedPhotos(person.accountId);
      for (let time = 0; time < 2; time += 1) expect(await sends('miss')).toMatchObject({ error: { kind: 'fields' } });
      expect(await refused()).toEqual([]);
      expect(await sends('miss')).toMatchObject({ error: { kind: 'photo-refused' } });
      const asked = [{ person: child, name: 'Lia Désir' }];
      expect(await refused()).toEqual(asked);
      must(await decide(town, must(await asks(town, person)).code, 'photo-unclear'));
      expect(await refused()).toEqual(asked);
      must(await sends('match'));
      expect(await refused()).toEqual([]);
    });

    test('after a no she has three more, and another person decides', async () => {
      const { town, person, photo } = await refusedThrice();
      must(await decide(town, must(await asks(town, person)).code, 'photo-unclear'));
      for (const kind of ['fields', 'fields', 'photo-refused'])
        expect(await send(town, person, { photo, sandboxWish: 'miss' })).toMatchObject({ error: { kind } });
      const { code } = must(await asks(town, person));
      expect(await answers(town, person)).toMatchObject({ photoWaits: true, photoMissing: false });
      expect(await decide(town, code, 'photo-good')).toMatchObject({ error: { kind: 'review-by-another' } });
    });

    test('that is no picture at all goes to a person without one: she is met, and confirms with a person', async () => {
      const { town, person } = await refusedThrice(notAnImage);
      const { code } = must(await asks(town, person));
      expect(await town.services.review({ actor: officer, code })).toMatchObject({ photos: { refused: [] } });
      must(await decide(town, code, 'met-in-person'));
      expect(await answers(town, person)).toMatchObject({ hasPhoto: false, photoWaits: false, photoMissing: true });
      await goesOn(town, person);
      expect(must(await town.confirm(person))).toEqual({ next: 'assisted' });
    });

    test('is no longer looked at once she has sent a good one', async () => {
      const { town, person, photo } = await refusedThrice();
      const { code } = must(await asks(town, person));
      must(await send(town, person, { photo, sandboxWish: 'match' }));
      expect(await decide(town, code, 'photo-good')).toMatchObject({ error: { kind: 'assistance-done' } });
      expect(await town.services.assistance(person.accountId)).toBeNull();
    });

    test('once or twice, or after a good one, is nothing that a person is asked about', async () => {
      const { town, person, photo } = await begin();
      expect(await asks(town, person)).toMatchObject({ error: { kind: 'registration-incomplete' } });
      expect(await send(town, person, { photo, sandboxWish: 'miss' })).toMatchObject({ ok: false });
      expect(await send(town, person, { photo: notAnImage, sandboxWish: 'match' })).toMatchObject({ ok: false });
      expect(await asks(town, person)).toMatchObject({ error: { kind: 'registration-incomplete' } });
      must(await send(town, person, { photo, sandboxWish: 'match' }));
      for (let time = 0; time < 4; time += 1)
        expect(await send(town, person, { photo, sandboxWish: 'miss' })).toMatchObject({ error: { kind: 'fields' } });
      expect(await answers(town, person)).toMatchObject({ hasPhoto: true });
      expect(await asks(town, person)).toMatchObject({ error: { kind: 'registration-incomplete' } });
    });
  });

  describe('a check that has not judged counts no miss', () => {
    const never = () => new Promise<never>(() => undefined);
    const hanging: Presence = { isSandbox: true, check: never, look: never };
    const rows = [
      ['too busy', 'busy', {}],
      ['down', 'down', {}],
      ['late', 'match', { presence: hanging, presencePatience: 5 }],
    ] as const;

    test.each(rows)(
      'of a photo for the registration, when it is %s: the photo is taken',
      async (_title, wish, slow) => {
        const { town, person, photo } = await begin();
        for (let time = 0; time < 2; time += 1)
          expect(await send(town, person, { photo, sandboxWish: 'miss' })).toMatchObject({ ok: false });
        must(await send(town, person, { photo, sandboxWish: wish, tools: slow }));
        expect(await answers(town, person)).toMatchObject({ hasPhoto: true, photoWaits: false, photoMisses: 0 });
        expect(await town.standing(person)).toMatchObject({ step: 'registering', next: 'check' });
      },
    );

    test.each(rows)('of a photo to confirm with, when it is %s', async (_title, wish, slow) => {
      const { town, person, photo } = await begin();
      must(await send(town, person, { photo, sandboxWish: 'match' }));
      await goesOn(town, person);
      const offerId = await offerOf(town, person);
      const confirming = {
        applicant: person,
        offerId,
        place: { latitude: 31.69, longitude: -106.424, accuracyMeters: 30 },
      };
      for (let time = 0; time < 4; time += 1) {
        const found = await confirmOffer({ ...town.tools, ...slow }, { ...confirming, photo, sandboxWish: wish });
        expect(found).toMatchObject({
          error: { kind: wish === 'busy' ? 'presence-throttled' : 'presence-unavailable' },
        });
      }
      expect(await town.standing(person)).toMatchObject({ step: 'offered', offer: { misses: 0 } });
      expect(await town.services.assistance(person.accountId)).toBeNull();
    });
  });
});

async function offerOf(town: Town, person: Applicant) {
  const standing = await town.standing(person);
  if (standing.step !== 'offered') throw new Error(standing.step);
  return standing.offer.id;
}
