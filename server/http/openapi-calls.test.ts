import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { lastGroup } from '#core/identity/recovery-code.ts';
import { askingEverything, shippedPolicies, withoutReleases } from '#core/policy/policies.ts';
import { registrationSteps } from '#core/registration/answers.ts';
import { ok } from '#core/result.ts';
import { addDays, dayOfMinute, minuteOf } from '#core/time/day.ts';
import type { LocalDay } from '#core/time/instant.ts';
import type { Database } from '#server/db/database.ts';
import { makeSandboxStaff } from '#server/demonstration.ts';
import { printConfirmation } from '#server/paper/confirmation-paper.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { answerFor, jean } from '#tests/support/family.ts';
import { answersOf, hour, makeTown, minute, must, portrait } from '#tests/support/town.ts';
import { afternoon } from '#tests/support/town-acts.ts';
import { makeWitness } from '#tests/support/witness.ts';
import { makeSessions } from '../session.ts';
import { sessionRowsIn } from '../session-rows.ts';
import { makeApiSetting, makeVisitor } from './api.testing.ts';
import { sessionCookie } from './cookies.ts';
import { addressOf, bodyOf, isPost, readDescription } from './openapi.testing.ts';
import { makeRepeats } from './repeat.ts';
import { repeatRowsIn } from './repeat-rows.ts';

const locale = 'en';
const witness = makeWitness('ana');
const day = 24 * hour;
const lead = async () => ok('http://localhost:3000/sandbox/oidc/auth');

/** The API over the use cases as they run, on a database; only who comes back from the provider is made up. */
async function begin(database: Database) {
  const town = await makeTown(database, afternoon, {
    policies: askingEverything(withoutReleases(shippedPolicies)),
    witnesses: [witness.known],
  });
  const { now, vault, captcha } = town.tools;
  await makeSandboxStaff(town.tools, [
    { email: 'operator@puente.example', role: 'operator' },
    { email: 'supervisor@puente.example', role: 'supervisor' },
    { email: 'officer@puente.example', role: 'officer' },
  ]);
  const setting = makeApiSetting(town.services, {
    sessions: makeSessions({ rows: sessionRowsIn(database), vault, now }),
    repeats: makeRepeats({ rows: repeatRowsIn(database), vault, now, wait: async () => false }),
    signIn: {
      isSandbox: true,
      origin: 'http://localhost:3000',
      begin: async () =>
        ok({
          address: 'http://localhost:3000/sandbox/oidc/auth',
          flow: { state: 's', nonce: 'n', codeVerifier: 'v' },
        }),
      async complete(callback) {
        const subject = callback.searchParams.get('code') ?? '';
        return ok({ issuer: 'https://idp.example', subject, email: `${subject}@puente.example` });
      },
    },
    sandboxProvider: { finish: lead, cancel: lead },
    captcha,
    jwks: town.jwks,
    printConfirmation,
    now,
  });
  const description = readDescription(setting.app);
  /** By operation, which answers came: that all went well, and of a problem its kind. */
  const answers = new Map<string, Set<string>>();

  type Fields = Readonly<Record<string, string>>;
  const namesIn = (name: string) => {
    const found = description.operations.find((one) => one.name === name);
    if (!found) throw new Error(`expected the description to name ${name}`);
    return found;
  };
  const keep = async (name: string, answer: Response) => {
    const body = await description.expectDescribed(namesIn(name), answer);
    const outcome = answer.status < 400 ? 'well' : String(body['title']);
    answers.set(name, new Set([...(answers.get(name) ?? []), outcome]));
    return { outcome, body };
  };

  const somebody = () => {
    const visitor = makeVisitor(setting);
    return {
      visitor,
      /** A POST by the description: all goes well, unless the kind of a problem is expected. Gives what is answered. */
      async does(
        path: string,
        fields: Fields = {},
        { photo, expects = 'well' }: { readonly photo?: Uint8Array; readonly expects?: string } = {},
      ): Promise<Fields> {
        const name = `post ${path.replace(/\?.*/, '')}`;
        if (expects === 'well')
          description.expectTakes(namesIn(name), photo ? 'multipart/form-data' : 'application/json', fields);
        const answer = photo
          ? await visitor.post(path, withPhoto(fields, photo), { accept: 'application/json' })
          : await visitor.postJson(path, fields);
        const { outcome, body } = await keep(name, answer);
        expect([name, outcome, body['fields']]).toEqual([name, expects, body['fields']]);
        return body as Fields;
      },
      async gets(path: string, expected = 'well', named = path): Promise<void> {
        const name = `get ${named.replace(/\?.*/, '')}`;
        const { outcome } = await keep(name, await visitor.get(path));
        expect([name, outcome]).toEqual([name, expected]);
      },
      /** A JSON object as a program sends it, signed by the witness. */
      async sends(path: string, fields: object, named = path): Promise<void> {
        const name = `post ${named}`;
        description.expectTakes(namesIn(name), 'application/json', fields);
        const signed = witness.headers('POST', path, { body: JSON.stringify(fields) });
        const { outcome } = await keep(name, await visitor.postJson(path, fields, signed));
        expect([name, outcome]).toEqual([name, 'well']);
      },
    };
  };
  type Somebody = ReturnType<typeof somebody>;
  const signedIn = async (name: string, who: Somebody = somebody()) => {
    await who.does('/api/sign-in');
    await who.gets(`/api/sign-in/callback?code=${name}&state=s`);
    return who;
  };
  const sessionHash = async ({ visitor }: Somebody) => {
    const rows = makeSessions({ rows: sessionRowsIn(database), vault, now });
    const found = await rows.find(visitor.jar.get(sessionCookie(false)));
    return found.kind === 'live' ? found.session.tokenHash : '';
  };
  return { town, setting, description, answers, keep, somebody, signedIn, sessionHash };
}

function withPhoto(fields: Readonly<Record<string, string>>, photo: Uint8Array): FormData {
  const form = new FormData();
  for (const [name, text] of Object.entries(fields)) form.set(name, text);
  form.set('photo', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'portrait.jpg');
  return form;
}

/** What takes nothing that comes before; of the operator's, a pool is open already, and nobody is in it. */
const forAnybody = [
  '/api/sign-in',
  '/api/sign-out',
  '/api/account/new',
  '/api/account/new-code',
  '/api/account/sign-out-everywhere',
  '/api/language',
  '/api/my-data/export',
  '/api/my-data/delete',
  '/api/messages/push-off',
  '/api/messages/discretion',
  '/api/message-check',
  '/api/text-report',
  '/api/staff/capacity',
  '/api/staff/close',
  '/api/staff/draw',
  '/api/staff/code-given',
  '/api/sandbox/sign-in',
  '/api/sandbox/sign-in/cancel',
];

const inMexico = { latitude: '31.69', longitude: '-106.424', accuracy: '30' };
const passed = { altcha: 'sandbox-pass' };
const keys = { p256dh: `B${'a'.repeat(86)}`, auth: 'a'.repeat(22) };

eachDatabase((_name, open) => {
  describe('an API called by its description', () => {
    test('answers as described when all goes well, from the first page to the last', async () => {
      const { town, description, answers, somebody, signedIn, sessionHash } = await begin(await open());
      const photo = await portrait();

      const stranger = somebody();
      for (const path of ['/api/captcha', '/.well-known/jwks.json', '/api/health', '/api/openapi.json', '/api/speech'])
        await stranger.gets(path);
      const { key } = witness.known;
      const chain = { name: 'ana', key, tip: witness.secret(0), length: 9, escrow: { threshold: 2, trustees: 3 } };
      await stranger.sends('/api/draws/witness', chain);
      await stranger.gets('/api/draws/now');
      await stranger.gets('/api/draws/season.json', 'well', '/api/draws/{file}');
      await stranger.does('/api/language?to=es');
      // No voice is installed here: that is described, too.
      await stranger.does('/api/speech/piece', { text: 'Help' }, { expects: 'speech-unavailable' });
      await stranger.does('/api/message-check', { code: '1234 5678 9018' });
      await stranger.does('/api/seller-report', { act: 'asked-money', where: 'On a corner.', ...passed });
      await stranger.does('/api/text-report', { screen: 'register/name', remark: 'A word is missing.' });
      await stranger.does('/api/sandbox/sign-in', { uid: 'u', email: 'ana@puente.example' });
      await stranger.does('/api/sandbox/sign-in/cancel', { uid: 'u' });

      const ana = somebody();
      await ana.does('/api/account/new');
      const shown = (await town.services.shownCode(await sessionHash(ana))) ?? '';
      await ana.does('/api/account/code-check', { group: lastGroup(shown) });
      await ana.does('/api/account/new-code');
      const code = (await town.services.shownCode(await sessionHash(ana))) ?? '';
      const onAnotherPhone = somebody();
      await onAnotherPhone.does('/api/account/sign-in', { code });
      await onAnotherPhone.does('/api/account/find', { code, birthDay: '29', birthMonth: '2', birthYear: '1992' });
      await onAnotherPhone.does('/api/sign-out');
      await ana.does('/api/account/sign-out-everywhere');

      const marie = await signedIn('marie');
      const own = {
        ...(await answersOf(locale)),
        name: { givenNames: 'Rosalie', familyNames: 'Toussaint' },
        email: { email: 'marie@puente.example' },
      };
      for (const step of registrationSteps) {
        if (step === 'relationship' || step === 'guardian') continue;
        await marie.does(`/api/registration/${step}`, own[step], step === 'photo' ? { photo } : {});
      }
      await marie.does('/api/registration');
      const applicant = await town.newcomer('marie');
      const [head] = (await town.services.group(applicant.accountId))?.people ?? [];
      const { person = '' } = await marie.does('/api/registration/people');
      const lia = {
        relationship: { relationship: 'child' },
        name: { givenNames: 'Lia', familyNames: 'Désir' },
        birth: { birthDay: '1', birthMonth: '6', birthYear: '2015' },
        guardian: { guardian: head?.id ?? '' },
        sex: { sex: 'female' },
        origin: { birthCountry: 'HT', citizenship: 'HT' },
      };
      for (const [step, fields] of Object.entries(lia))
        await marie.does(`/api/registration/${step}`, { person, ...fields });
      for (const step of ['citizenships', 'document', 'employment', 'marital', 'travel', 'looks'] as const)
        await marie.does(`/api/registration/${step}`, { person, ...own[step] });
      await marie.does('/api/registration/photo', { person }, { photo });
      await marie.does('/api/registration/people/admit', { person });
      const spouse = await answerFor(town, applicant, jean);
      must(await town.services.admitPerson({ applicant, person: spouse }));

      // The same for others, without their screens.
      const [pia, noor, omar] = [
        await town.registered('pia'),
        await town.registered('noor'),
        await town.registered('omar'),
      ];
      const piasPhone = await signedIn('pia');
      const { code: joining = '' } = await marie.does('/api/group/code');
      await piasPhone.does('/api/group/join', { code: joining });
      await piasPhone.does('/api/group/leave');
      await marie.does('/api/group/split', { [`person-${spouse}`]: 'yes' });
      await marie.does('/api/group/hand-over', { person: spouse });
      await marie.does('/api/registration/people/remove', { person });

      await marie.does('/api/request/ports', { port1: 'el-paso', port2: 'laredo' });
      await marie.does('/api/request', { ...inMexico, ...passed, signals: '{}', standing: 'yes' });
      await marie.does('/api/standing-request/alive');
      await marie.does('/api/request/withdraw', { what: 'today' });
      await marie.does('/api/request', { ...inMexico, ...passed });
      await marie.gets('/api/request/promise');
      for (const one of [pia, noor, omar]) must(await town.ask(one));

      const operator = await signedIn('operator');
      const officer = await signedIn('officer');
      await operator.does('/api/staff/capacity', { port: 'laredo', slot: '2027-03-21T08:00', places: '20' });
      await operator.does('/api/staff/close');
      await operator.does('/api/staff/draw', {}, { expects: 'draw-waits' });
      const drawn = '2027-03-11' as LocalDay;
      const inDraw = (name: string) => [`/api/draws/${drawn}/${name}`, `/api/draws/{day}/${name}`] as const;
      const send = async (name: string, fields: object) => {
        const [path, named] = inDraw(name);
        await stranger.sends(path, fields, named);
      };
      await send('announcement-signature', await witness.overAnnouncement(town, drawn));
      await send('reveal', { reveal: witness.secret(1) });
      const supervisor = await signedIn('supervisor');
      const { announcement } = await town.tools.db.kysely.selectFrom('draws').selectAll().executeTakeFirstOrThrow();
      await supervisor.does('/api/staff/release', {
        announcement: createHash('sha256').update(announcement).digest('hex'),
      });
      await operator.does('/api/staff/draw');
      await send('summary-signature', await witness.overSummary(town, drawn));
      await stranger.gets(`/api/draws/${drawn}/summary.json`, 'well', '/api/draws/{day}/{file}');
      await stranger.gets(`/api/draws/${drawn}/draws.tsv`, 'well', '/api/draws/{day}/{file}');
      await stranger.gets(`/api/draws/${drawn}/pool.tsv`, 'not-public', '/api/draws/{day}/{file}');
      await marie.gets('/api/request/my-line.json');
      await operator.does('/api/staff/open');

      await marie.does('/api/offer/extend');
      await marie.does('/api/offer/confirm', { ...inMexico, sandboxWish: 'match' }, { photo });
      await piasPhone.does('/api/offer/decline');
      for (const one of [noor, omar]) must(await town.confirm(one));
      await town.wait(minute);
      await somebody().gets('/api/statistics.csv');
      await somebody().gets('/api/policies.json');
      const rules = { ...town.tools.policies.at(-1), name: '2030-01', from: '2030-01-01T00:00:00Z' };
      const { name = '' } = await operator.does('/api/staff/policy', { policy: JSON.stringify(rules) });
      await supervisor.does('/api/staff/policy-publish', { name });
      await marie.gets('/api/leave');
      await marie.gets('/api/confirmation.pdf?locale=es');
      await marie.gets(`/api/my-data/photo?person=${head?.id}`);
      await marie.does('/api/my-data/export');
      const { code: help = '' } = await piasPhone.does('/api/assistance', { step: 'ask', statement: 'I was away.' });
      await operator.does('/api/staff/review', { code: help, reason: 'met-in-person' });

      await marie.does('/api/messages/push', { endpoint: 'https://fcm.googleapis.com/fcm/send/a', ...keys });
      await marie.does('/api/messages/discretion', { discreet: 'yes' });
      await marie.does('/api/messages/test');
      await marie.does('/api/messages/push-off');

      const booked = await town.standing(applicant);
      if (booked.step !== 'booked') throw new Error(`expected an appointment, found ${booked.step}`);
      const { port, slot } = booked.appointment;
      const to = minuteOf(addDays(dayOfMinute(slot), 1), '08:00');
      await officer.does('/api/staff/move', { port, from: slot, to }, { expects: 'not-allowed' });
      await operator.does('/api/staff/move', { port, from: slot, to });
      await marie.does('/api/appointment/cancel');

      await town.wait(20 * day);
      const late = await signedIn('noor');
      await late.does('/api/appointment/missed');
      const desk = await signedIn('operator');
      const appointment = await town.tools.db.kysely
        .selectFrom('appointments')
        .select('code')
        .where('state', '=', 'booked')
        .executeTakeFirstOrThrow();
      await desk.does('/api/staff/missed', { code: appointment.code });
      const atTheOther = await signedIn('officer');
      const { code: lost = '' } = await atTheOther.does('/api/staff/lost-code', { ...own.name, ...own.birth });
      await desk.does('/api/staff/review', { code: lost, reason: 'met-in-person' });
      await desk.does('/api/staff/code-given');

      await late.does('/api/my-data/delete', { delete: 'yes' });

      const left = description.operations.filter(({ name }) => !answers.get(name)?.has('well'));
      expect(left.map(({ name }) => name)).toEqual(['post /api/speech/piece']);
    });

    test('refuses as described whoever has told nothing yet, but where nothing has to be told', async () => {
      const { description, keep, signedIn, somebody } = await begin(await open());
      const posts = description.operations.filter(isPost);
      const wentWell: string[] = [];
      for (const [index, one] of posts.entries()) {
        const { visitor } = one.operation.responses['401']
          ? await signedIn(one.path.startsWith('/api/staff/') ? 'operator' : `somebody-${index}`)
          : somebody();
        const { outcome } = await keep(one.name, await visitor.postJson(addressOf(one), bodyOf(one)));
        if (outcome === 'well') wentWell.push(one.path);
      }
      expect(wentWell).toEqual(forAnybody);
    });
  });
});
