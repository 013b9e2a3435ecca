import { sql } from 'kysely';
import { statisticsOf, withLists } from '#core/statistics/of-draw.ts';
import { expect, test } from '../support/browser.ts';
import { openDataOf } from '../support/e2e-database.ts';
import { everyLanguage, manyScreens, mirroredOrAll, oneOrAll } from '../support/every-language.ts';
import { HttpPerson } from '../support/http-person.ts';
import { looking } from './looks-at.ts';

// The data is opened between the starts, which for the embedded database is a folder.
test.use({ engine: 'PGlite' });
test.describe.configure({ timeout: manyScreens });

/** Of a draw of many people, which no test makes. */
const numbers = withLists(
  statisticsOf(100, {
    outcome: { chosen: 60, 'not-chosen': 40 },
    'first-port': { laredo: 70, nogales: 30 },
    'group-size': { '1': 79, '2': 18, '5': 3 },
    language: { ht: 60, es: 25, other: 15 },
    'port-given': { laredo: 52, nogales: 8 },
    wait: { quarter: 45, year: 15 },
  }),
  { answer: { confirmed: 44, lapsed: 16 }, appointment: { kept: 30, missed: 14 } },
);

test('the numbers of the draws and their rules, for everybody', looking('statistics'), async ({ start, page }) => {
  const first = await start();
  const { address, folder, port } = first;
  const see = everyLanguage(page, address, oneOrAll);
  await see({ path: 'statistics', screen: 'statistics-none', heading: 'statistics.title', shows: 'statistics.none' });
  const operator = new HttpPerson(address);
  await operator.signIn('operator@puente.example');
  for (const act of ['close', 'draw'])
    expect(await operator.post(`/api/staff/${act}`, { page: 'staff/draw' })).toMatchObject({ status: 200 });
  await first.kill('SIGTERM');

  const database = await openDataOf({ folder, databaseUrl: undefined });
  const json = JSON.stringify(numbers);
  await sql`insert into draw_statistics select day, 'draw', ${json}::jsonb, now() from draws`.execute(database.kysely);
  await database.close();

  await start({ folder, port });
  await see({ path: 'statistics', screen: 'statistics', shows: 'statistics.list.appointment', in: mirroredOrAll });
  await page.getByRole('link', { name: '2027-01' }).click();
  await expect(page).toHaveURL(/\/policies#2027-01$/);
  await see({ path: 'policies', screen: 'policies', heading: 'policy.title', shows: 'policy.now' });
  const file = await page.request.get(`${address}/api/statistics.csv`);
  expect(await file.text()).toContain('2027-03-11,language,ht,60\r\n');
});
