import { expect, test } from 'vitest';
import { accept } from './accept.ts';
import { acceptedPage } from './accept-page.ts';
import { sourceHash } from './source-hash.ts';
import { parseStatus, type Status, writeStatus } from './status.ts';

const source = new Map([
  ['start.title', 'Ask for an appointment'],
  ['problem.busy.what', 'Wait'],
]);
const old: Status = { source: '0000000000000000', state: 'translated', by: 'ana', on: '2026-12-01' };
const statuses = new Map([
  ['start.title', old],
  ['problem.busy.what', old],
  ['start.gone', old],
]);
const lines = (map: ReadonlyMap<string, Status>) =>
  Object.fromEntries([...map].map(([key, one]) => [key, writeStatus(one)]));

test('what somebody accepts is made from the English of now; the rest stays, and what is gone goes', () => {
  const wish = { state: 'translated', by: 'ben', on: '2027-01-31' } as const;
  expect(lines(accept({ source, statuses }, ['start.title'], wish).statuses)).toEqual({
    'start.title': `${sourceHash('Ask for an appointment')} translated ben 2027-01-31`,
    'problem.busy.what': '0000000000000000 translated ana 2026-12-01',
  });
});

test('a review keeps who translated', () => {
  const wish = { state: 'reviewed', by: 'ben', on: '2027-01-31' } as const;
  expect(lines(accept({ source, statuses }, ['problem.busy.what'], wish).statuses)['problem.busy.what']).toBe(
    `${sourceHash('Wait')} reviewed ana 2026-12-01 ben 2027-01-31`,
  );
});

test('who translated an error message cannot review it; other texts she can', () => {
  const wish = { state: 'reviewed', by: 'ana', on: '2027-01-31' } as const;
  const { refused, statuses: next } = accept({ source, statuses }, [...source.keys()], wish);
  expect(refused).toEqual(['problem.busy.what']);
  expect(next.get('problem.busy.what')).toEqual(old);
  expect(next.get('start.title')).toMatchObject({ state: 'reviewed', by: 'ana' });
});

test('a line reads back as it was written', () => {
  for (const line of [
    '0123456789abcdef draft machine 2026-11-22',
    '0123456789abcdef reviewed ana 2026-12-01 ben 2026-12-03',
  ])
    expect(writeStatus(parseStatus(line) ?? old)).toBe(line);
  expect(parseStatus('0123456789abcdef reviewed ana')).toBeUndefined();
});

test('a long text is accepted in its front matter, and its words stay', () => {
  const text =
    '---\n\ntitle: Tèm\nstate: draft\nby: ana\non: "2026-12-01"\nsourceHash: "0000000000000000"\n---\n\n## A\n\nB\n';
  const english = '---\ntitle: Terms\n---\n\n## A\n\nNew\n';
  const page = { page: 'terms-2027-01', text, source: english };
  expect(acceptedPage(page, { state: 'reviewed', by: 'ben', on: '2027-01-31' })).toBe(
    `---\n\ntitle: Tèm\nstate: reviewed\nby: ana\non: "2026-12-01"\nreviewer: ben\nreviewedOn: "2027-01-31"\nsourceHash: "${sourceHash('## A\n\nNew')}"\n---\n\n## A\n\nB\n`,
  );
  expect(() => acceptedPage(page, { state: 'reviewed', by: 'ana', on: '2027-01-31' })).toThrow(/somebody else/);
});
