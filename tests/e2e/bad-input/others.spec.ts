import { randomUUID } from 'node:crypto';
import { type APIResponse, expect } from '@playwright/test';
import { svgPicture } from '../../support/bad-files.ts';
import { test } from '../../support/browser.ts';
import { personOf } from '../../support/people.ts';
import type { RunningServer } from '../../support/running-server.ts';
import { fileField, photoField, place, Visitor } from '../../support/visitor.ts';
import { say } from '../../support/words.ts';
import { expectProblem } from './documents.ts';
import { expectTold, textOf } from './sentences.ts';
import { stored } from './stages.ts';

async function asked(server: RunningServer, locale: 'ht' | 'ru'): Promise<Visitor> {
  const visitor = await Visitor.at(server.address, locale);
  await visitor.register(personOf(locale));
  await visitor.askForAPlace();
  return visitor;
}

async function staff(server: RunningServer, role: 'operator' | 'officer'): Promise<Visitor> {
  const visitor = await Visitor.at(server.address, 'es');
  await visitor.signIn(`${role}@puente.example`);
  return visitor;
}

async function offerIdOf(visitor: Visitor): Promise<string> {
  const found = /name="offerId" value="([^"]+)"/.exec(await visitor.look('offer'))?.[1];
  if (!found) throw new Error('expected an offer');
  return found;
}

/** The document of a problem without the id of its request: what a stranger could learn from. */
async function learned(answer: APIResponse): Promise<unknown> {
  const { requestId: _, ...rest } = await expectProblem(answer, 'no-offer');
  return rest;
}

test('another person’s offer and code are nothing to who sends them, and her own offer stands all bad input', async ({
  start,
}) => {
  const server = await start();
  const [jean, anna] = await Promise.all([asked(server, 'ht'), asked(server, 'ru')]);
  const operator = await staff(server, 'operator');
  for (const act of ['close', 'draw']) expect((await operator.fetch(`/api/staff/${act}`, {})).status()).toBe(200);
  const [his, hers] = await Promise.all([offerIdOf(jean), offerIdOf(anna)]);
  const [hisPage, herPage] = await Promise.all([jean.look('offer'), anna.look('offer')]);

  await test.step("another's offer answers as one that never was", async () => {
    const photo = await photoField();
    for (const act of ['extend', 'decline']) {
      const strange = await learned(await jean.fetch(`/api/offer/${act}`, { offerId: hers }));
      expect(strange).toEqual(await learned(await jean.fetch(`/api/offer/${act}`, { offerId: randomUUID() })));
    }
    const confirming = { ...place, photo };
    const strange = await learned(await jean.upload('/api/offer/confirm', { ...confirming, offerId: hers }));
    expect(strange).toEqual(
      await learned(await jean.upload('/api/offer/confirm', { ...confirming, offerId: randomUUID() })),
    );
    const told = await jean.form('/api/offer/decline', 'offer/decline', { offerId: hers });
    expect(told.headers()['location']).toBe('/ht/offer/decline');
    expectTold(await jean.look('offer/decline'), { locale: 'ht', kind: 'no-offer' });
  });

  await test.step("another's code opens nothing, whether it is one or not", async () => {
    const answer = await anna.fetch('/api/assistance', { step: 'confirm' });
    const { code } = (await answer.json()) as { readonly code: string };
    const documents = [];
    for (const tried of [code, '572000004', 'no code']) {
      const refused = await jean.fetch('/api/staff/review', { code: tried, reason: 'met-in-person' });
      const { requestId: _, ...rest } = await expectProblem(refused, 'not-allowed');
      documents.push(rest);
    }
    expect(documents[1]).toEqual(documents[0]);
    expect(documents[2]).toEqual(documents[0]);
    expect(await jean.look('staff/reviews')).not.toContain(code);
    expect(await jean.look(`staff/review?code=${code}`)).not.toContain(code);
  });

  await test.step('an officer moves neither the draw nor the places', async () => {
    const officer = await staff(server, 'officer');
    for (const act of ['open', 'close', 'draw', 'capacity']) {
      await expectProblem(await officer.fetch(`/api/staff/${act}`, {}), 'not-allowed');
    }
    const told = await officer.form('/api/staff/open', 'staff/draw', {});
    expect(told.headers()['location']).toBe('/es/staff');
    expectTold(await officer.look('staff'), { locale: 'es', kind: 'not-allowed' });
  });

  await test.step('nobody’s offer was touched', async () => {
    expect(stored(await anna.look('offer')).replaceAll(/\d+/g, '')).toBe(stored(herPage).replaceAll(/\d+/g, ''));
    expect(await offerIdOf(anna)).toBe(hers);
    expect(await offerIdOf(jean)).toBe(his);
    expect(stored(hisPage)).not.toContain(hers);
  });

  await test.step('confirming with what is no photo, from no place or from outside, counts as no try', async () => {
    const photo = await photoField();
    const letter = fileField(svgPicture, 'image/svg+xml');
    const notAnImage = [{ field: 'photo', kind: 'not-an-image' }];
    const confirm = (fields: Parameters<Visitor['upload']>[1]) => jean.upload('/api/offer/confirm', fields);
    await expectProblem(await confirm({ photo }), 'location-missing');
    await expectProblem(await confirm({ ...place, accuracy: '90000', photo }), 'location-too-vague');
    await expectProblem(await confirm({ ...place, latitude: '14.9', longitude: '-92.3', photo }), 'outside-geofence');
    const missing = await expectProblem(await confirm(place), 'fields');
    expect(missing['fields']).toEqual([{ field: 'photo', kind: 'no-photo' }]);
    expect((await expectProblem(await confirm({ ...place, photo: letter }), 'fields'))['fields']).toEqual(notAnImage);

    const told = await jean.form('/api/offer/confirm', 'offer/confirm', { ...place, photo: letter });
    expect(told.headers()['location']).toBe('/ht/offer/confirm');
    const html = await jean.look('offer/confirm');
    expectTold(html, { locale: 'ht', kind: 'fields', fields: [{ field: 'photo', kind: 'not-an-image' }] });
    expect(textOf(html)).not.toContain(say('ht', 'offer.confirm.misses', { count: 1, countText: '1' }));
  });

  await test.step('a second extension, a form that was broken on the way', async () => {
    const extended = await jean.form('/api/offer/extend', 'offer', { offerId: his });
    expect(extended.headers()['location']).toBe('/ht/offer');
    // Under a key of its own: without one the same again is the same click.
    const key = { 'Idempotency-Key': randomUUID() };
    await expectProblem(await jean.fetch('/api/offer/extend', { offerId: his }, key), 'offer-already-extended');
    const broken = await jean.raw('/api/offer/extend', 'no form', { 'Content-Type': 'text/plain' });
    expect(broken.headers()['location']).toBe('/ht/offer');
    expectTold(await jean.look('offer'), { locale: 'ht', kind: 'unreadable-body' });
  });

  await test.step('a code that is done can’t be done again', async () => {
    const { code } = (await (await anna.fetch('/api/assistance', { step: 'confirm' })).json()) as { code: string };
    expect((await operator.fetch('/api/staff/review', { code, reason: 'met-in-person' })).status()).toBe(200);
    const again = await operator.form('/api/staff/review', 'staff/review', { code, reason: 'met-in-person', x: '1' });
    expect(again.headers()['location']).toBe('/es/staff/review');
    expectTold(await operator.look('staff/review'), { locale: 'es', kind: 'assistance-done' });
  });
});
