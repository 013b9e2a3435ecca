import { randomInt } from 'node:crypto';
import { afternoon, expect, test } from '../support/browser.ts';
import { freshServerDatabase, openDataOf } from '../support/e2e-database.ts';
import { type Asking, HttpPerson } from '../support/http-person.ts';
import { personOf } from '../support/people.ts';
import type { RunningServer } from '../support/running-server.ts';
import { portrait } from '../support/town.ts';
import { say } from '../support/words.ts';

const people = 18;
/** As many as two cores can keep busy; the rest come as others are answered, so that the end meets all stages. */
const atOnce = 8;
const ports = ['nogales', 'el-paso'] as const;

type Crowd = readonly { readonly person: HttpPerson; readonly asking: Asking }[];

test('nobody whose asking was acknowledged is lost or doubled when the server is killed', {
  tag: '@postgresql',
}, async ({ engine, start }) => {
  const database = engine === 'PostgreSQL' ? { databaseUrl: await freshServerDatabase() } : {};
  const server = await start(database);
  const crowd = await gather(server);
  const moment = { after: randomInt(1, people / 3), milliseconds: randomInt(0, 10) };
  const asked = await askUntil(crowd, moment, () => server.kill('SIGKILL'));
  expect(asked.filter((status) => status !== 'lost' && status !== 200)).toEqual([]);
  expect(asked.filter((status) => status === 200).length, JSON.stringify(moment)).toBeGreaterThanOrEqual(moment.after);
  expect(asked.filter((status) => status === 'lost').length, JSON.stringify(moment)).toBeGreaterThan(0);

  // A server's other processes can't know that this one died: for a minute what it ran counts as running.
  const clock = engine === 'PostgreSQL' ? '2027-03-10T15:05:00-05:00' : afternoon;
  const again = await start({ ...database, folder: server.folder, clock });
  const back = crowd.map(({ person, asking }) => ({ person: new HttpPerson(again.address, person), asking }));
  for (const [index, { person }] of back.entries()) {
    const isIn = await isWaiting(person);
    if (asked[index] === 200) expect(isIn, `person ${index} after ${JSON.stringify(moment)}`).toBe(true);
  }

  // Her phone sends the same once more. Refused can only be the check against robots, when the server died between
  // that and the pool; then she asks anew.
  for (const [index, { person, asking }] of back.entries()) {
    if (asked[index] === 200) continue;
    const isIn = await isWaiting(person);
    const repeated = await person.ask(asking);
    if (isIn) expect(repeated, `person ${index}, who was in the pool`).toMatchObject({ status: 200 });
    if (repeated.status === 200) continue;
    expect(repeated.body).toMatchObject({ title: 'captcha-missing' });
    expect(await person.ask(await person.readyToAsk())).toMatchObject({ status: 200 });
  }
  expect(await again.kill('SIGTERM')).toBe(0);
  await expectAllOnce(again, database.databaseUrl);
});

test('nobody whose asking was acknowledged is lost when the server is stopped, which then ends well', async ({
  engine,
  start,
}) => {
  const database = engine === 'PostgreSQL' ? { databaseUrl: await freshServerDatabase() } : {};
  const server = await start(database);
  const crowd = await gather(server);
  let code: Promise<number | null> = Promise.resolve(null);
  const asked = await askUntil(crowd, { after: randomInt(1, people / 2), milliseconds: 0 }, () => {
    code = server.kill('SIGTERM');
  });
  expect(await code, server.printed()).toBe(0);
  expect(asked.filter((status) => status !== 'lost' && status !== 200)).toEqual([]);
  expect(asked.filter((status) => status === 200).length).toBeGreaterThan(0);

  const again = await start({ ...database, folder: server.folder });
  for (const [index, { person }] of crowd.entries()) {
    const isIn = await isWaiting(new HttpPerson(again.address, person));
    if (asked[index] === 200) expect(isIn, `person ${index}`).toBe(true);
  }
});

/** Made-up people who are registered, each with her own device, and have all that they need to ask. */
async function gather(server: RunningServer): Promise<Crowd> {
  const photo = await portrait();
  const crowd: { person: HttpPerson; asking: Asking }[] = [];
  await inTurns(Array.from({ length: people }).keys(), async (index) => {
    const person = new HttpPerson(server.address);
    await person.register({ ...personOf('ht'), email: `person-${index}@puente.example` }, photo, ...ports);
    crowd.push({ person, asking: await person.readyToAsk() });
  });
  return crowd;
}

type Moment = { readonly after: number; readonly milliseconds: number };

/** All ask; so long after so many acknowledgements the end comes. Each one's status, or `lost` where no answer came. */
async function askUntil(crowd: Crowd, moment: Moment, end: () => unknown): Promise<readonly (number | 'lost')[]> {
  const statuses: (number | 'lost')[] = crowd.map(() => 'lost');
  let acknowledged = 0;
  await inTurns(crowd.entries(), async ([index, { person, asking }]) => {
    const status = await person.ask(asking).then(
      (answer) => answer.status,
      () => 'lost' as const,
    );
    statuses[index] = status;
    if (status === 200) acknowledged += 1;
    if (status === 200 && acknowledged === moment.after) setTimeout(end, moment.milliseconds);
  });
  return statuses;
}

/** `atOnce` workers share the list. */
async function inTurns<Item>(items: Iterator<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  const worker = async () => {
    for (let next = items.next(); !next.done; next = items.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function isWaiting(person: HttpPerson): Promise<boolean> {
  const html = await person.page('status');
  const isIn = html.includes(say('en', 'standing.waiting.title'));
  expect(isIn || html.includes(say('en', 'standing.registered.title')), 'she is in the pool or may ask').toBe(true);
  return isIn;
}

async function expectAllOnce({ folder }: RunningServer, databaseUrl: string | undefined): Promise<void> {
  const database = await openDataOf({ folder, databaseUrl });
  const requests = await database.kysely
    .selectFrom('requests')
    .select(['registrationId', 'day', 'state', 'ports', 'size'])
    .execute();
  await database.close();
  expect(new Set(requests.map((request) => request.registrationId)).size).toBe(people);
  expect(requests).toHaveLength(people);
  for (const request of requests) {
    expect(request).toMatchObject({ day: '2027-03-11', state: 'waiting', ports: [...ports], size: 1 });
  }
}
