import { describe, expect, test } from 'vitest';
import { askingEverything, shippedPolicies, withoutReleases } from '#core/policy/policies.ts';
import { furtherSteps, type RegistrationStep } from '#core/registration/answers.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import { cleanPhoto } from '#server/presence/photo.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { furtherAnswers } from '#tests/support/questions.ts';
import { makeTown, must, portrait, type Town } from '#tests/support/town.ts';
import { readRecord } from './person-record.ts';
import { saveAnswers } from './save-answers.ts';
import type { Tools } from './tools.ts';

const start = '2027-03-10T15:00:00-05:00';

/** What lies in the database about her, opened. */
async function stored({ tools }: Town, accountId: Parameters<typeof findRegistrationOf>[1]) {
  const registration = await findRegistrationOf(tools.db.kysely, accountId);
  if (!registration) throw new Error('expected a registration');
  return (await readRecord(tools, tools.db.kysely, registration.id))?.answers ?? {};
}

eachDatabase((_name, open) => {
  test('where everything is asked, everything is stored, and a registration without it is not complete', async () => {
    const town = await makeTown(await open(), start, { policies: askingEverything(withoutReleases(shippedPolicies)) });
    const { accountId } = await town.registered('marie');
    expect(await stored(town, accountId)).toMatchObject({
      languages: ['fr', 'wo'],
      otherCitizenships: ['CL'],
      document: { kind: 'passport', number: 'R1234567', country: 'HT', expiry: '2030-03-09', read: null },
      email: 'marie@puente.example',
      usAddress: { state: 'TX', zip: '78040' },
      foreignAddress: { city: 'Ciudad Juárez', country: 'MX' },
      needs: { kinds: ['wheelchair', 'interpreter'], text: 'Una rampa' },
      employment: 'self-employed',
      maritalStatus: 'widowed',
      travel: [
        { country: 'CL', year: 2019 },
        { country: 'PE', year: 2023 },
      ],
      height: 165,
      weight: 60,
      eyeColor: 'brown',
    });
  });

  test('what the policy does not ask is refused and not stored; what is optional can be skipped for good', async () => {
    const town = await makeTown(await open(), start);
    const applicant = await town.newcomer('joseph');
    const send = (step: (typeof furtherSteps)[number], fields: Readonly<Record<string, string>>) =>
      town.services.saveAnswers({ applicant, person: null, step, fields, photo: undefined });
    const unasked = ['employment', 'marital', 'travel', 'looks'];
    const before = must(await send('languages', { skip: 'yes' }));
    expect(before).toEqual({ next: 'language', person: null });
    for (const step of furtherSteps) {
      const saved = await send(step, unasked.includes(step) ? furtherAnswers()[step] : { skip: 'yes' });
      expect(saved.ok ? 'saved' : saved.error.kind, step).toBe(unasked.includes(step) ? 'not-asked' : 'saved');
    }
    expect(await stored(town, applicant.accountId)).toEqual({
      languages: null,
      otherCitizenships: null,
      document: null,
      email: null,
      usAddress: null,
      foreignAddress: null,
      needs: null,
    });
  });

  test('lines are read into a document that she sees before it is her answer; a difference refuses nothing', async () => {
    const town = await makeTown(await open(), start);
    const applicant = await town.newcomer('anna');
    const send = (step: 'name' | 'document', fields: Readonly<Record<string, string>>) =>
      town.services.saveAnswers({ applicant, person: null, step, fields, photo: undefined });
    must(await send('name', { givenNames: 'Eva', familyNames: 'Eriksson' }));
    const mrz1 = 'P<HTIERIKSSON<<ANNA<MARIA<<<';
    const wrong = await send('document', { mrz1, mrz2: 'L898903C36HTI7408122F1204159ZE184226B<<<<<10' });
    expect(wrong).toEqual({ ok: false, error: { kind: 'fields', fields: [{ field: 'mrz2', kind: 'mrz-check' }] } });
    const read = await send('document', { mrz1, mrz2: 'L898902C36HTI7408122F1204159ZE184226B<<<<<10' });
    expect(read).toEqual({ ok: true, value: { next: 'document', person: null } });
    expect((await stored(town, applicant.accountId)).document).toEqual({
      kind: 'passport',
      number: 'L898902C3',
      country: 'HT',
      expiry: '2012-04-15',
      read: { names: 'ANNA MARIA ERIKSSON', birthDate: null },
    });
    const typed = { documentKind: 'passport', documentNumber: 'L898902C3', documentCountry: 'HT' };
    expect(must(await send('document', typed))).toEqual({ next: 'language', person: null });
    expect((await stored(town, applicant.accountId)).document).toMatchObject({ read: null, expiry: null });
  });

  describe('a picture of a document', () => {
    const lines = ['P<HTIERIKSSON<<ANNA<MARIA<<<', 'L898902C36HTI7408122F1204159ZE184226B<<<<<10'];
    const skipped = { skip: 'yes' };

    /** Somebody who sends pictures to a machine that reads this, and what it was given to read. */
    async function reading(read: Awaited<ReturnType<Tools['readDocumentPicture']>>) {
      const town = await makeTown(await open(), start);
      const applicant = await town.newcomer('anna');
      const given: Uint8Array[] = [];
      const tools: Tools = {
        ...town.tools,
        async readDocumentPicture(picture) {
          given.push(picture);
          return read;
        },
      };
      const send = (step: RegistrationStep, photo: Uint8Array, fields: Readonly<Record<string, string>> = {}) =>
        saveAnswers(tools, { applicant, person: null, step, fields, photo });
      return { given, send, document: async () => (await stored(town, applicant.accountId)).document };
    }
    const refused = (kind: string) => ({ ok: false, error: { kind: 'fields', fields: [{ field: 'photo', kind }] } });

    test('stands for its lines, whatever was typed: she sees what was read before it is her answer', async () => {
      const { given, send, document } = await reading({ ok: true, value: lines });
      const photo = await portrait();
      expect(must(await send('document', photo, { mrz1: 'P<', documentNumber: 'X1' }))).toMatchObject({
        next: 'document',
      });
      expect(await document()).toMatchObject({ number: 'L898902C3', expiry: '2012-04-15' });
      expect(given, 'cleaned: without where it was taken').toEqual([must(await cleanPhoto(photo))]);
    });

    test('that shows no lines, or lines that don’t add up, or is none, is told beside it or them', async () => {
      const none = await reading({ ok: false, error: { kind: 'picture-unreadable' } });
      expect(await none.send('document', await portrait())).toEqual(refused('picture-unreadable'));
      expect(await none.send('document', new TextEncoder().encode('<html>'))).toEqual(refused('not-an-image'));
      expect(none.given).toHaveLength(1);
      const [first = '', second = ''] = lines;
      const wrong = await reading({ ok: true, value: [first, second.replace('C36', 'C35')] });
      expect(await wrong.send('document', await portrait())).toMatchObject({
        error: { fields: [{ field: 'mrz2', kind: 'mrz-check' }] },
      });
    });

    test('is read for that step alone, and not for who skips it', async () => {
      const { given, send, document } = await reading({ ok: true, value: lines });
      must(await send('document', await portrait(), skipped));
      expect(await document()).toBeNull();
      must(await send('photo', await portrait()));
      expect(given).toEqual([]);
    });
  });
});
