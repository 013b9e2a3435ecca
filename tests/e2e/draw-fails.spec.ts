import { sql } from 'kysely';
import { expect, test } from '../support/browser.ts';
import { openDataOf } from '../support/e2e-database.ts';
import { HttpPerson } from '../support/http-person.ts';
import { personOf } from '../support/people.ts';
import type { RunningServer } from '../support/running-server.ts';
import { portrait } from '../support/town.ts';
import { say } from '../support/words.ts';

const nextNoon = '2027-03-11T12:05:00-05:00';
const operator = 'operator@puente.example';

// The data is opened between the starts, which for the embedded database is a folder.
test.use({ engine: 'PGlite' });

test("a draw that can't be made is logged and keeps nobody from her page; mended, it is made by itself", async ({
  start,
}) => {
  const server = await start();
  const { folder, port } = server;
  const person = new HttpPerson(server.address);
  await person.register(personOf('ru'), await portrait(), 'laredo');
  expect(await person.ask(await person.readyToAsk())).toMatchObject({ status: 200 });
  const byHand = await signedIn(server, operator);
  expect(await byHand.post('/api/staff/close', { page: 'staff/draw' })).toMatchObject({ status: 200 });
  await server.kill('SIGTERM');

  await tamper(folder, sql`update draws set pool = replace(pool, 'laredo', 'nogales')`);
  const failing = await start({ folder, port, clock: nextNoon });
  expect(failing.printed()).toContain('"event":"each-minute"');
  expect(await seesState(failing, 'closed')).toBe(true);
  const hand = await (await signedIn(failing, operator)).post('/api/staff/draw', { page: 'staff/draw' });
  expect(hand).toMatchObject({ status: 500, body: { title: 'unexpected' } });
  await failing.kill('SIGTERM');

  await tamper(folder, sql`update draws set pool = replace(pool, 'nogales', 'laredo')`);
  const mended = await start({ folder, port, clock: nextNoon });
  expect(await seesState(mended, 'offered')).toBe(true);
});

async function signedIn({ address }: RunningServer, email: string): Promise<HttpPerson> {
  const person = new HttpPerson(address);
  await person.signIn(email);
  return person;
}

async function seesState(server: RunningServer, state: string): Promise<boolean> {
  const person = await signedIn(server, personOf('ru').email);
  return (await person.page('status')).includes(say('en', `standing.${state}.title`));
}

async function tamper(folder: string, statement: ReturnType<typeof sql>): Promise<void> {
  const database = await openDataOf({ folder, databaseUrl: undefined });
  const { numAffectedRows } = await statement.execute(database.kysely);
  await database.close();
  expect(numAffectedRows).toBe(1n);
}
