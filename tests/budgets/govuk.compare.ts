import { join } from 'node:path';
import { expect, test } from '../support/browser.ts';
import { say } from '../support/words.ts';
import { type FormWords, startGovuk } from './govuk-page.ts';
import { type Judged, middle, withLighthouse } from './lighthouse.ts';

const runs = 9;
const root = join(import.meta.dirname, '../..');
const months = 'January February March April May June July August September October November December'.split(' ');

test('the question for the date of birth, beside the same one by govuk-frontend', async ({ start, launchOptions }) => {
  const server = await start();
  const ours = `${server.address}/en/register/birth`;
  const words: FormWords = {
    title: say('en', 'register.birth.title'),
    legend: say('en', 'register.birth.label'),
    hint: say('en', 'register.birth.hint', { example: 'March 27, 1990' }),
    day: say('en', 'register.birth.day'),
    month: say('en', 'register.birth.month'),
    year: say('en', 'register.birth.year'),
    months,
    go: say('en', 'common.continue'),
  };
  const govuk = await startGovuk(root, words);
  const seen: Record<'ours' | 'without run-time' | 'govuk', Judged[]> = { ours: [], 'without run-time': [], govuk: [] };
  await withLighthouse(launchOptions, async (look) => {
    // One after the other, so that what slows the machine slows all of them.
    for (let run = 0; run < runs; run += 1) {
      seen.govuk.push(await look(govuk.address));
      seen.ours.push(await look(ours));
      seen['without run-time'].push(await look(ours, { 'Save-Data': 'on' }));
    }
  });
  govuk.stop();

  const figures = {
    'largest paint, ms': (one: Judged) => one.lcp,
    'blocking time, ms': (one: Judged) => one.blocking,
    'bytes over the line': (one: Judged) => one.bytes,
    performance: (one: Judged) => one.scores.performance,
  };
  const rows = Object.entries(figures).map(([name, read]) => {
    const of = (who: keyof typeof seen) => middle(seen[who].map(read));
    const ratio = (who: keyof typeof seen) => (of(who) / of('govuk')).toFixed(2);
    return `| ${name} | ${of('govuk')} | ${of('ours')} (× ${ratio('ours')}) | ${of('without run-time')} (× ${ratio('without run-time')}) |`;
  });
  const head = '| middle of 9 | govuk-frontend | ours | ours, Save-Data |\n| --- | --- | --- | --- |';
  process.stdout.write(`\n${head}\n${rows.join('\n')}\n`);
  expect(seen.govuk).toHaveLength(runs);
});
