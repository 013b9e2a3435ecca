import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { escaped } from '#app/_ui/escaped.ts';
import { bundleWorker, page, startPhone } from '#tests/support/fake-phone.ts';

let source: string;
beforeAll(async () => {
  source = await bundleWorker();
});

let phone: ReturnType<typeof startPhone>;
beforeEach(async () => {
  phone = startPhone(source);
  await phone.install();
  await phone.say({ type: 'here', locale: 'ht' });
  phone.asked = [];
});

const unmarked = '<!DOCTYPE html><html lang="ht">';
const noLine = '<html data-line="none"';

describe('with a line', () => {
  test('a page that is the same for everybody comes from the phone; the terms, which a policy may change, do not', async () => {
    expect((await phone.show('/ht/help'))?.text).toContain('by line /ht/help');
    expect(phone.asked).toEqual([]);
    await phone.show('/ht/terms');
    expect(phone.asked).toEqual(['/ht/terms']);
  });

  test('a form is asked for, since an outcome may wait', async () => {
    phone.answers['/ht/register/name'] = () => page('with an error');
    expect((await phone.show('/ht/register/name'))?.text).toContain(`${unmarked}<script>run()</script>`);
    expect((await phone.show('/ht/register/name'))?.text).toContain('with an error');
  });

  test('a refusal is hers to see', async () => {
    phone.answers['/ht/my-data'] = () => new Response('refused', { status: 403 });
    expect((await phone.show('/ht/my-data'))?.text).toBe('refused');
  });
});

describe.each([
  ['without a line', () => (phone.hasLine = false)],
  [
    'while the server is away',
    () => {
      for (const path of ['/ht/register/name', '/ht/my-data'])
        phone.answers[path] = () => new Response('Bad Gateway', { status: 502 });
    },
  ],
])('%s', (_, lose) => {
  test('a form is shown blank, and told that there is none', async () => {
    lose();
    const shown = await phone.show('/ht/register/name');
    expect(shown?.text).toContain(noLine);
    expect(shown?.text).toContain('by line /ht/register/name');
  });

  test('a page about her that was never kept is not made up, and leads back to itself', async () => {
    lose();
    const shown = await phone.show('/ht/my-data');
    expect(shown?.text).toContain('by line /ht/offline');
    expect(shown?.text).toContain('<a href="/ht/my-data">again</a>');
  });
});

describe('without a line', () => {
  beforeEach(() => {
    phone.hasLine = false;
  });

  test.each(['/ht/register/name?person=1', '/ht/register/name?change', '/ht/report-text?screen=help', '/ht/withdraw'])(
    '%s is no blank form: only the server knows what stands there; the page of no line leads back to it',
    async (path) => {
      const shown = await phone.show(path);
      expect(shown?.text).toContain('by line /ht/offline');
      expect(shown?.text).toContain(`<a href="${path}">again</a>`);
    },
  );

  test('a form that is sent says so, and leads back to what she typed', async () => {
    const shown = await phone.send('/api/request', { from: '/ht/register/name?change' });
    expect(shown?.text).toContain('data-unsent=""');
    expect(shown?.text).toContain('<a href="/ht/register/name?change">again</a>');
  });

  test('the first page without a language leads to hers, and another language is told in hers', async () => {
    expect((await phone.show('/'))?.headers.get('location')).toBe('https://puente.example/ht');
    expect((await phone.show('/es/help'))?.text).toContain('by line /ht/offline');
  });

  test('a phone that keeps nothing leaves it to the browser', async () => {
    await phone.say({ type: 'remove-all' });
    expect(await phone.show('/ht/help')).toBeNull();
  });
});

test('a question that the policy does not ask is no reason to keep nothing, and has no page', async () => {
  phone = startPhone(source);
  phone.answers['/ht/register/sex'] = () => new Response('none', { status: 404 });
  await phone.install();
  await phone.say({ type: 'here', locale: 'ht' });
  const { languages } = await phone.say({ type: 'what-is-kept' });
  expect(languages).toContainEqual(expect.objectContaining({ locale: 'ht', isKept: true }));
  phone.hasLine = false;
  expect((await phone.show('/ht/register/sex'))?.text).toContain('by line /ht/offline');
});

describe('copies of her own pages', () => {
  const words = readFileSync('locales/ht/words/calendar.json', 'utf8');
  const note = `<div hidden="" data-kept-note="${escaped(words)}">{when}</div>`;
  const booked = () => page(`booked <a href="/ht/confirmation">proof</a>${note}`);

  beforeEach(async () => {
    phone.answers['/ht/status'] = booked;
    await phone.show('/ht/status');
  });

  test('her status is there without a line, without scripts, and so is the proof that she never opened', async () => {
    phone.hasLine = false;
    const status = await phone.show('/ht/status');
    expect(status?.text).toMatch(/<html data-kept="".*booked/);
    expect(status?.text).not.toContain('<script');
    expect(status?.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await phone.show('/ht/confirmation'))?.text).toContain('by line /ht/confirmation');
    expect((await phone.show('/ht/my-data'))?.text).toContain('data-has="status confirmation"');
  });

  test('an appointment that her status no longer leads to is forgotten', async () => {
    phone.answers['/ht/status'] = () => page('given back');
    await phone.show('/ht/status');
    phone.hasLine = false;
    expect((await phone.show('/ht/confirmation'))?.text).toContain('by line /ht/offline');
  });

  test.each(['', '<!DOCTYPE html><html lang="ht">boo'])('a page that broke off (%o) leaves the copy', async (half) => {
    phone.answers['/ht/status'] = () => new Response(half, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
    await phone.show('/ht/status');
    phone.hasLine = false;
    expect((await phone.show('/ht/status'))?.text).toContain('booked');
    expect((await phone.show('/ht/confirmation'))?.text).toContain('by line /ht/confirmation');
  });

  test('a sign-in in the place of her page leaves the copy', async () => {
    phone.answers['/ht/status'] = () => new Response(null, { status: 303, headers: { Location: '/ht/sign-in' } });
    await phone.show('/ht/status');
    phone.hasLine = false;
    expect((await phone.show('/ht/status'))?.text).toContain('booked');
  });

  test.each([1, -1])('are there by a clock that was set %d day on since, with the time of the server', async (days) => {
    phone.clockAhead = days * 24 * 60 * 60 * 1000;
    phone.hasLine = false;
    expect((await phone.show('/ht/status'))?.text).toMatch(/<html data-kept="".*booked.*9 mas 2027/);
    phone.hasLine = true;
    await phone.show('/ht/status');
    phone.clockAhead = 0;
    phone.hasLine = false;
    expect((await phone.show('/ht/status'))?.text).toMatch(/<html data-kept="".*booked.*9 mas 2027/);
  });

  test('nobody else finds them, nor she once she removed everything', async () => {
    phone.hasLine = false;
    phone.whose = 'bernard';
    expect((await phone.show('/ht/status'))?.text).toContain('by line /ht/offline');
    phone.whose = 'ana';
    expect((await phone.say({ type: 'what-is-kept' })).copies).toBe(2);
    expect((await phone.say({ type: 'remove-all' })).copies).toBe(0);
    phone.hasLine = true;
    await phone.show('/ht/status');
    expect((await phone.say({ type: 'what-is-kept' })).copies).toBe(0);
  });
});

describe('a new version', () => {
  beforeEach(() => {
    phone.isVersionWaiting = true;
  });

  test.each([
    { title: 'comes with the next page of the only window', windows: ['/ht/help'], path: '/ht/terms', isTaken: true },
    { title: 'comes into no form', windows: ['/ht/register/name'], path: '/ht/terms', isTaken: false },
    { title: 'comes beside no other window', windows: ['/ht/help', '/ht/help'], path: '/ht/terms', isTaken: false },
    { title: 'comes before no download', windows: ['/ht/help'], path: '/api/confirmation.pdf', isTaken: false },
  ])('$title', async ({ windows, path, isTaken }) => {
    phone.windows = windows;
    const shown = await phone.show(path);
    expect(phone.taken).toEqual(isTaken ? [{ type: 'take-over' }] : []);
    expect(shown?.headers.has('refresh')).toBe(isTaken);
  });

  test('is asked to come once: a page is shown all the same', async () => {
    phone.windows = ['/ht/help'];
    await phone.show('/ht/terms');
    expect((await phone.show('/ht/terms'))?.text).toContain('by line /ht/terms');
  });
});

describe('what she chose', () => {
  test('is told with what it takes on the phone, and with what it costs on the line', async () => {
    const { languages, shellBytes } = await phone.say({ type: 'what-is-kept' });
    expect(languages).toContainEqual({ locale: 'ht', bytes: 20_000, lineBytes: 5000, isKept: true });
    expect(shellBytes).toBe(20_000);
  });

  test('a phone that saves data fetches nothing by itself, and what she asks for', async () => {
    phone = startPhone(source);
    phone.savesData = true;
    await phone.install();
    await phone.say({ type: 'here', locale: 'ht' });
    expect(phone.asked).toEqual([]);
    const { languages, isSparing } = await phone.say({ type: 'keep', locale: 'ht' });
    expect(isSparing).toBe(true);
    expect(languages.filter(({ isKept }) => isKept).map(({ locale }) => locale)).toEqual(['ht']);
  });

  test('a line of 2G is left to the pages that she opens, and better lines bring what she keeps', async () => {
    phone = startPhone(source);
    phone.line = '2g';
    await phone.install();
    await phone.say({ type: 'here', locale: 'ht' });
    expect(phone.asked).toEqual([]);
    expect(await phone.say({ type: 'what-is-kept' })).toMatchObject({ isSparing: true });
    phone.line = '3g';
    await phone.say({ type: 'here', locale: 'ht' });
    expect(phone.asked).not.toEqual([]);
  });

  test('a full phone is told of, keeps what it has, and is not tried again with each page', async () => {
    phone.isFull = true;
    expect(await phone.say({ type: 'keep', locale: 'es' })).toMatchObject({ trouble: 'full' });
    phone.asked = [];
    await phone.say({ type: 'here', locale: 'ht' });
    expect(phone.asked).toEqual([]);
    phone.isFull = false;
    const { trouble, languages } = await phone.say({ type: 'keep', locale: 'es' });
    expect([trouble, languages.every(({ isKept }) => isKept)]).toEqual([null, true]);
  });

  test('a line that breaks is told of, and the rest comes with the next page', async () => {
    phone.hasLine = false;
    expect(await phone.say({ type: 'keep', locale: 'es' })).toMatchObject({ trouble: 'failed' });
    phone.hasLine = true;
    await phone.say({ type: 'here', locale: 'ht' });
    expect((await phone.say({ type: 'what-is-kept' })).languages.every(({ isKept }) => isKept)).toBe(true);
  });

  test('the language that she goes on in takes the place of the one before', async () => {
    await phone.say({ type: 'here', locale: 'es' });
    await phone.say({ type: 'here', locale: 'es' });
    expect(await phone.caches()).toEqual(['puente-choice', 'puente-pages-es', 'puente-shell']);
  });

  test('what she removed does not come back by itself', async () => {
    expect(await phone.say({ type: 'remove-all' })).toMatchObject({ isOff: true });
    await phone.say({ type: 'here', locale: 'ht' });
    expect(await phone.caches()).toEqual(['puente-choice']);
  });
});
