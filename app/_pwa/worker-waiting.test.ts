import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { bundleWorker, newDisk, startPhone } from '#tests/support/fake-phone.ts';

let source: string;
beforeAll(async () => {
  source = await bundleWorker();
});

let phone: ReturnType<typeof startPhone>;
beforeEach(async () => {
  phone = startPhone(source);
  await phone.install();
  await phone.say({ type: 'here', locale: 'ht' });
  phone.hasLine = false;
});
afterEach(() => {
  vi.restoreAllMocks();
});

const name = '/api/registration/name';
const taken = () => Response.json({ next: '/ht/register/birth' });

/** Her given names, typed into the form of that page. */
const sendName = (givenNames: string, page = 'register/name') =>
  phone.send(name, { from: `/ht/${page}`, fields: { page, locale: 'ht', givenNames } });

const arrived = () => phone.sent.map(({ fields }) => fields['givenNames']);

describe('what is sent without a line', () => {
  test('waits, and arrives in its order with the line, each once', async () => {
    phone.answers[name] = taken;
    expect((await sendName('Marie'))?.headers.get('location')).toBe(
      'https://puente.example/ht/waiting?kept=register%2Fname',
    );
    await sendName('Marie-Ange');
    expect((await phone.say({ type: 'send-waiting' })).sending).toBe('later');
    phone.hasLine = true;
    expect(await phone.say({ type: 'send-waiting' })).toEqual({ rows: [], sending: 'done' });
    await phone.say({ type: 'send-waiting' });
    expect(arrived()).toEqual(['Marie', 'Marie-Ange']);
    expect(new Set(phone.sent.map(({ key }) => key)).size).toBe(2);
  });

  test('arrives with no page open, where the browser wakes the worker; until then it asks to be woken again', async () => {
    phone.answers[name] = taken;
    await sendName('Marie');
    const [tag = ''] = phone.wakesFor;
    await expect(phone.wake(tag)).rejects.toThrow('no line yet');
    phone.hasLine = true;
    await phone.wake(tag);
    expect([arrived(), (await phone.say({ type: 'waiting' })).rows]).toEqual([['Marie'], []]);
  });

  test('outlives a phone that went out: a browser started anew has it, and sends it when it wakes', async () => {
    const disk = newDisk();
    phone = startPhone(source, disk);
    await phone.install();
    await phone.say({ type: 'here', locale: 'ht' });
    phone.hasLine = false;
    await sendName('Marie');
    await sendName('Marie-Ange');

    phone = startPhone(source, disk);
    phone.answers[name] = taken;
    expect((await phone.say({ type: 'waiting' })).rows).toHaveLength(2);
    await phone.wake('puente-waiting');
    expect([arrived(), (await phone.say({ type: 'waiting' })).rows]).toEqual([['Marie', 'Marie-Ange'], []]);
  });

  test('and whose answer is lost on the way comes again under the same key', async () => {
    await sendName('Marie');
    phone.hasLine = true;
    phone.answers[name] = () => {
      throw new TypeError('Failed to fetch');
    };
    expect((await phone.say({ type: 'send-waiting' })).sending).toBe('later');
    phone.answers[name] = taken;
    await phone.say({ type: 'send-waiting' });
    expect(arrived()).toEqual(['Marie', 'Marie']);
    expect(new Set(phone.sent.map(({ key }) => key)).size).toBe(1);
  });

  test('goes before what she sends with the line back, and is not written over it', async () => {
    phone.answers[name] = taken;
    await sendName('Marie');
    phone.hasLine = true;
    phone.asked = [];
    await sendName('Marie-Ange');
    expect([arrived(), phone.asked]).toEqual([['Marie'], [name, name]]);
    expect((await phone.say({ type: 'waiting' })).rows).toEqual([]);
  });

  test('about what is over meanwhile stays to be seen, and is not sent again', async () => {
    const path = '/api/request/withdraw';
    await phone.send(path, { from: '/ht/withdraw', fields: { page: 'withdraw', day: '2027-03-11' } });
    phone.answers[path] = () => Response.json({ type: '/problems/changed-since' }, { status: 409 });
    phone.hasLine = true;
    expect((await phone.say({ type: 'send-waiting' })).rows).toMatchObject([{ page: 'withdraw', state: 'over' }]);
    await phone.say({ type: 'send-waiting' });
    expect(phone.sent.map(({ fields }) => fields['day'])).toEqual(['2027-03-11']);
  });

  test('about somebody of her group leads back to that person', async () => {
    await sendName('Junior', 'register/name?person=1');
    expect((await phone.say({ type: 'waiting' })).rows).toMatchObject([{ page: 'register/name?person=1' }]);
  });

  test.each([
    '/api/registration',
    '/api/registration/terms',
    '/api/request/ports',
    '/api/request/withdraw',
    '/api/standing-request/alive',
    '/api/offer/decline',
    '/api/appointment/cancel',
    '/api/text-report',
  ])('%s waits', async (path) => {
    expect((await phone.send(path, { from: '/ht/status' }))?.headers.get('location')).toContain('/ht/waiting?kept=');
  });

  test.each([
    ['/api/request', 'looks at where the phone is'],
    ['/api/offer/confirm', 'looks at who holds it'],
    ['/api/offer/extend', 'is of this hour'],
    ['/api/registration/people', 'would add somebody twice'],
    ['/api/account/new', 'makes a code that she has to write down'],
    ['/api/staff/draw', 'is of staff'],
  ])('%s, which %s, does not wait, and is said not to have arrived', async (path) => {
    const shown = await phone.send(path, { from: '/ht/register/name' });
    expect(shown?.text).toContain('data-unsent=""');
    expect((await phone.say({ type: 'waiting' })).rows).toEqual([]);
  });

  test.each(['https://evil.example/ht/withdraw', ''])(
    'from a page of somebody else (%j) never waits: we would send it as ours',
    async (from) => {
      await phone.send('/api/request/withdraw', { from });
      expect((await phone.say({ type: 'waiting' })).rows).toEqual([]);
    },
  );

  test('while her session is over is not promised to arrive: only she could send it', async () => {
    phone.whose = '';
    expect((await sendName('Marie'))?.text).toContain('data-unsent=""');
    expect((await phone.say({ type: 'waiting' })).rows).toEqual([]);
  });

  test('while nobody is known is sent by whoever comes next where anybody may send it, once', async () => {
    phone.whose = '';
    const report = '/api/text-report';
    const page = 'report-text?screen=help';
    await phone.send(report, { from: '/ht/help', fields: { page } });
    expect((await phone.say({ type: 'waiting' })).rows).toMatchObject([{ page }]);
    phone.whose = 'ana';
    expect((await phone.say({ type: 'waiting' })).rows).toMatchObject([{ page }]);
    phone.answers[report] = () => Response.json({ next: '/ht/report-text/thanks' });
    phone.hasLine = true;
    expect((await phone.say({ type: 'send-waiting' })).rows).toEqual([]);
    phone.whose = '';
    await phone.say({ type: 'send-waiting' });
    expect(phone.sent.map(({ path }) => path)).toEqual([report]);
  });

  test('on a phone without room is said not to have arrived', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect((await sendName('Marie'))?.text).toContain('data-unsent=""');
  });
});
