import { sql } from 'kysely';
import type { RegistrationId } from '#core/ids.ts';
import type { Applicant, Standing } from '#server/services.ts';
import type { Town } from '../town.ts';
import { labelsOf } from './expected.ts';
import type { Model } from './model.ts';
import type { StandingView, TownView } from './view.ts';

/** The same of the project. `shown`: what its pages may show where the model allows more than one. */
export async function readTown(
  town: Town,
  applicants: ReadonlyMap<string, Applicant>,
  model: Pick<Model, 'accounts'>,
): Promise<TownView> {
  const label = labelsOf(model);
  const db = town.tools.db.kysely;
  const lines = async (query: ReturnType<typeof sql<{ id: RegistrationId | null; line: string }>>) => {
    const { rows } = await query.execute(db);
    return rows.map(({ id, line }) => [label(id), line]);
  };
  const named = async (query: Parameters<typeof lines>[0]) => {
    return (await lines(query)).map((words) => words.join(' ')).sort();
  };
  const { rows: log } = await sql<{ id: RegistrationId | null; act: string; before: string; after: string }>`
    select registration_id as id, act, freed_places.day || ' ' || n || ' ' || act || ' ' || port as before,
      freed_places.size || ' ' || why as after
    from freed_places
    left join requests on requests.day = freed_places.day and requests.daily_id = freed_places.daily_id
    order by freed_places.day, n`.execute(db);
  const pools = await db.selectFrom('pools').select(['day', 'state']).orderBy('day').execute();
  const { rows: taken } = await sql<{ line: string }>`
    select port || ' ' || slot_local || ' ' || taken as line from slots where taken <> 0`.execute(db);
  const standing: Record<string, StandingView> = {};
  for (const [name, applicant] of applicants) standing[name] = standingView(await town.standing(applicant));
  return {
    standing,
    pools: pools.map(({ day, state }) => `${day} ${state}`),
    taken: taken.map(({ line }) => line).sort(),
    told: await named(sql`select registration_id as id, kind as line from outbox`),
    wishes: await named(sql`
      select registration_id as id, state || ' ' || coalesce(reason, '-') as line from standing_requests`),
    helps: await named(sql`select registration_id as id, step as line from assistance where state = 'waiting'`),
    logs: log.map(({ id, act, before, after }) => [before, act === 'shut' ? '-' : label(id), after].join(' ')),
  };
}

function standingView(found: Standing): StandingView {
  if (found.step === 'registering') return { step: 'registering' };
  const since = found.registeredAt;
  if (found.step === 'joined') return { step: 'joined', since };
  if (found.step === 'booked') {
    const { port, slot, size: people } = found.appointment;
    return { step: 'booked', since, port, slot, people };
  }
  if (found.step === 'offered' || found.step === 'held') {
    const { port, slot, size: people, deadlineAt, canExtend, misses } = found.offer;
    return { step: found.step, since, port, slot, people, deadlineAt, canExtend, misses };
  }
  const { people, isStanding } = found;
  if (found.step === 'registered') {
    const last = found.last && { day: found.last.day, how: found.last.how };
    return { step: 'registered', since, people, ports: found.portChoices, isStanding, last: [last] };
  }
  return { step: found.step, since, people, day: found.day, ports: found.ports, isStanding };
}
