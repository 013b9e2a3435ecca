import { describe, expect, test } from 'vitest';
import type { ConfirmationPaper } from '../../paper/contract.ts';
import { confirmationOf, marie } from '../../paper/paper.testing.ts';
import type { Services } from '../../services.ts';
import { ana, makeApiSetting, makeVisitor, outcomeOf, signIn, signingIn } from '../api.testing.ts';

const free: Services['takePaper'] = async () => ({ ok: true, value: null });

function setting(confirmation: Services['confirmation'], takePaper = free) {
  const printed: ConfirmationPaper[] = [];
  const made = makeApiSetting(
    { ...signingIn, mode: 'demonstration', confirmation, takePaper },
    {
      printConfirmation: async (paper) => {
        printed.push(paper);
        return new TextEncoder().encode('%PDF-1.7');
      },
    },
  );
  return { ...made, printed };
}

describe('GET /api/confirmation.pdf', () => {
  test('gives her own paper in the language asked for, to be kept by nobody on the way', async () => {
    const api = setting(async (accountId) => (accountId === ana ? confirmationOf([marie]) : null));
    const visitor = makeVisitor(api);
    await signIn(visitor);
    const answer = await visitor.get('/api/confirmation.pdf?locale=ru');
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="puente.pdf"',
      'cache-control': 'private, no-store',
    });
    expect(await answer.text()).toBe('%PDF-1.7');
    expect(api.printed).toMatchObject([{ locale: 'ru', isDemonstration: true }]);
  });

  test('in a language that isn’t shown is made in the one of the person', async () => {
    const api = setting(async () => confirmationOf([marie]));
    const visitor = makeVisitor(api);
    await signIn(visitor);
    await visitor.get('/api/confirmation.pdf?locale=../../etc');
    expect(api.printed).toMatchObject([{ locale: 'es' }]);
  });

  test('without an appointment there is none', async () => {
    const api = setting(async () => null);
    const visitor = makeVisitor(api);
    await signIn(visitor);
    const answer = await visitor.get('/api/confirmation.pdf');
    expect([answer.status, api.printed]).toEqual([404, []]);
  });

  test('asked for too often by one session is not made, and her page says how long to wait', async () => {
    const asked: string[] = [];
    const api = setting(
      async () => confirmationOf([marie]),
      async ({ sessionHash }) => {
        asked.push(sessionHash);
        return { ok: false, error: { kind: 'download-limit', numbers: { minutes: 2 } } };
      },
    );
    const visitor = makeVisitor(api);
    await signIn(visitor);
    const answer = await visitor.get('/api/confirmation.pdf?locale=ru');
    expect([answer.status, answer.headers.get('location'), api.printed]).toEqual([303, '/ru/confirmation', []]);
    expect((await outcomeOf(api, visitor))?.problem).toEqual({ kind: 'download-limit', numbers: { minutes: 2 } });
    expect(asked).toEqual([[...api.table.values()].find(({ accountId }) => accountId === ana)?.tokenHash]);
  });

  test('to who isn’t signed in the way leads there, and back to the page', async () => {
    const api = setting(async () => confirmationOf([marie]));
    const visitor = makeVisitor(api);
    const answer = await visitor.get('/api/confirmation.pdf?locale=ru');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ru/sign-in']);
    expect((await outcomeOf(api, visitor))?.problem).toEqual({ kind: 'not-signed-in' });
    expect((await signIn(visitor)).headers.get('location')).toMatch(/^\/e[ns]\/confirmation$/);
    expect(api.printed).toEqual([]);
  });
});
