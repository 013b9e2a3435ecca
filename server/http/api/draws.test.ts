import { describe, expect, test } from 'vitest';
import { makeWitness } from '#tests/support/witness.ts';
import type { Services } from '../../services.ts';
import { makeApiSetting } from '../api.testing.ts';

const [ana, eve] = [makeWitness('ana'), makeWitness('eve')];
const own = 'http://localhost:3000';
const path = '/api/draws/2027-03-11/summary-signature';
const body = JSON.stringify({ signature: ana.signed('the summary') });
const well = async () => ({ ok: true, value: null }) as const;

function setting(given: Partial<Services> = {}) {
  const { app } = makeApiSetting({
    witnessKeys: async (name) => (name === 'ana' ? [ana.known.key] : []),
    signSummary: well,
    ...given,
  });
  return {
    post: async (text: string, headers: Readonly<Record<string, string>>, to = path) => {
      const answer = await app.request(`${own}${to}`, { method: 'POST', body: text, headers });
      const { title, at } = (await answer.json()) as { readonly title?: string; readonly at?: string };
      return { status: answer.status, title, at };
    },
    get: (to: string, headers: Readonly<Record<string, string>> = {}) => app.request(`${own}${to}`, { headers }),
  };
}

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

describe('what a witness sends', () => {
  test('is taken as its own where it signed method, path, time and body', async () => {
    const seen: unknown[] = [];
    const { post } = setting({
      signSummary: async (input) => {
        seen.push(input);
        return { ok: true, value: null };
      },
    });
    expect(await post(body, ana.headers('POST', path, { body }))).toMatchObject({ status: 200 });
    expect(seen).toEqual([{ by: ana.known, day: '2027-03-11', signature: ana.signed('the summary') }]);
  });

  test.each([
    ['nobody signed', {}, 'witness-unknown'],
    ['a stranger signed', eve.headers('POST', path, { body }), 'witness-unknown'],
    [
      'a stranger signed in its name',
      {
        ...ana.headers('POST', path, { body }),
        'puente-signature': eve.headers('POST', path, { body })['puente-signature'],
      },
      'request-signature-wrong',
    ],
    ['another body was signed', ana.headers('POST', path, { body: `${body} ` }), 'request-signature-wrong'],
    ['another path was signed', ana.headers('POST', `${path}/`, { body }), 'request-signature-wrong'],
    ['another method was signed', ana.headers('GET', path, { body }), 'request-signature-wrong'],
    [
      'another time was signed',
      { ...ana.headers('POST', path, { body }), 'puente-witness': `ana;${ago(1)}` },
      'request-signature-wrong',
    ],
    ['six minutes ago', ana.headers('POST', path, { body, time: ago(6) }), 'request-time-wrong'],
    ['in six minutes', ana.headers('POST', path, { body, time: ago(-6) }), 'request-time-wrong'],
    ['at no time', ana.headers('POST', path, { body, time: 'now' }), 'request-time-wrong'],
    [
      'signed in capitals',
      { ...ana.headers('POST', path, { body }), 'puente-signature': 'A'.repeat(128) },
      'request-signature-wrong',
    ],
  ])('is turned away where %s', async (_, headers, title) => {
    expect(await setting().post(body, headers)).toMatchObject({ status: 401, title });
  });

  test.each([
    ['no JSON', '{"signature":', [400, 'unreadable-body', undefined]],
    ['a list', '[]', [400, 'unreadable-body', undefined]],
    ['too much', JSON.stringify({ signature: 'x'.repeat(100_000) }), [413, 'body-too-large', undefined]],
    ['nothing', '{}', [422, 'form-wrong', 'signature']],
    ['half a signature', JSON.stringify({ signature: 'ab' }), [422, 'form-wrong', 'signature']],
    ['a signature in capitals', JSON.stringify({ signature: 'A'.repeat(128) }), [422, 'form-wrong', 'signature']],
    ['a member more', JSON.stringify({ signature: ana.signed(''), more: 1 }), [422, 'form-wrong', '']],
  ])('is refused as malformed: %s', async (_, text, expected) => {
    const answer = await setting().post(text, ana.headers('POST', path, { body: text }));
    expect([answer.status, answer.title, answer.at]).toEqual(expected);
  });

  test('comes from no other site’s page', async () => {
    const headers = { ...ana.headers('POST', path, { body }), origin: 'https://evil.example' };
    expect(await setting().post(body, headers)).toMatchObject({ status: 403, title: 'foreign-origin' });
  });

  test('joins under its own name and key alone', async () => {
    const to = '/api/draws/witness';
    const join = { name: 'ana', key: eve.known.key, tip: ana.secret(0), length: 9, escrow: null };
    const text = JSON.stringify(join);
    const answer = await setting().post(text, ana.headers('POST', to, { body: text }), to);
    expect(answer).toMatchObject({ status: 401, title: 'witness-unknown' });
  });
});

describe('a file of a draw', () => {
  const file = (isFinal: boolean) => async () => ({ ok: true, value: { text: 'a\tb\n', isFinal } }) as const;

  test.each([
    ['that never changes again is kept for good', true, 'public, max-age=31536000, immutable'],
    ['that still grows is kept for a moment', false, 'public, max-age=30'],
  ])('%s', async (_, isFinal, kept) => {
    const answer = await setting({ drawFile: file(isFinal) }).get('/api/draws/2027-03-11/result.tsv');
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('content-type')]).toEqual([
      200,
      kept,
      'text/tab-separated-values; charset=utf-8',
    ]);
    expect(await answer.text()).toBe('a\tb\n');
  });

  test('that a witness gets is kept by nobody on the way', async () => {
    const asked: boolean[] = [];
    const { get } = setting({
      drawFile: async ({ isWitness }) => {
        asked.push(isWitness);
        return { ok: true, value: { text: '', isFinal: true } };
      },
    });
    const to = '/api/draws/2027-03-11/pool.tsv';
    const answer = await get(to, ana.headers('GET', to));
    expect([answer.headers.get('cache-control'), asked]).toEqual(['private, no-store', [true]]);
  });

  test.each([
    ['2027-02-30/pool.tsv', 404, 'draw-unknown'],
    ['2027-03-11/secrets.txt', 404, 'draw-unknown'],
    ['nothing.json', 404, 'not-there-yet'],
  ])('%s is none', async (name, status, title) => {
    const answer = await setting().get(`/api/draws/${name}`);
    expect([answer.status, await answer.json()]).toMatchObject([status, { title, status }]);
  });
});
