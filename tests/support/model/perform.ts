import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { OfferId, PersonId, RegistrationId } from '#core/ids.ts';
import type { Problem } from '#core/problem/kinds.ts';
import type { Result } from '#core/result.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import type { Applicant } from '#server/services.ts';
import { answerFor } from '../family.ts';
import { answersOf, inside, must, operator, outside, portrait, type Town } from '../town.ts';
import type { Act } from './acts.ts';
import { type Learned, need } from './apply.ts';
import {
  birthDateOf,
  childToName,
  chosenMember,
  chosenPlace,
  chosenSome,
  otherOperator,
  pickedHelp,
  spareName,
  twoPorts,
} from './choose.ts';
import { groupOf, type Model } from './model.ts';
import type { Tally } from './tally.ts';
import type { TownView } from './view.ts';

/** Where the acts are done, and whom they are done by. */
export type Setting = {
  readonly town: Town;
  readonly model: Model;
  readonly applicants: Map<string, Applicant>;
  readonly tally: Tally;
  /** All that was there after the last act. */
  shown: TownView | null;
};

/** Does the act in the project, before the model does. */
export async function perform(
  setting: Setting,
  one: Act,
): Promise<{ readonly answer: string; readonly learned: Learned }> {
  const learned: { person?: PersonId; groupId?: RegistrationId } = {};
  const result = await doIt(setting, one, learned);
  return { answer: inAWord(result), learned };
}

type Answer = Result<unknown, Problem>;
const done: Answer = { ok: true, value: null };

/** The kind of a problem; where it leads to, if it leads anywhere; else `ok`. */
function inAWord(result: Answer): string {
  if (!result.ok) return result.error.kind;
  const { next = 'ok' } = (result.value ?? {}) as { readonly next?: string };
  return ['group', 'confirmation', 'assisted'].includes(next) ? next : 'ok';
}

async function doIt(
  setting: Setting,
  one: Act,
  learned: { person?: PersonId; groupId?: RegistrationId },
): Promise<Answer> {
  const { town, model } = setting;
  const { services } = town;
  const db = town.tools.db.kysely;
  switch (one.kind) {
    case 'wait':
      await town.wait(one.milliseconds);
      return done;
    case 'rush':
      return done;
    case 'close':
      return services.closePool({ actor: operator });
    case 'draw':
      return services.drawPool({ actor: operator });
    case 'open':
      return services.openNextPool({ actor: operator });
    case 'change-terms':
      await sql`update acceptances set version = gen_random_uuid()::text`.execute(db);
      return done;
    case 'decide': {
      const { groupId, step } = need(pickedHelp(model, one));
      const { code } = await db
        .selectFrom('assistance')
        .select('code')
        .where('registrationId', '=', groupId)
        .where('step', '=', step)
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow();
      const reason = one.isFor ? 'met-in-person' : 'not-enough';
      const actor = one.isOther ? otherOperator : operator;
      return leadingNowhere(await services.decideReview({ actor, fields: { code, reason } }));
    }
    case 'miss': {
      const groupId = need(chosenPlace(model, one)?.booked?.offer.ask.groupId);
      const { code } = await db
        .selectFrom('appointments')
        .select('code')
        .where('registrationId', '=', groupId)
        .where('state', '=', 'booked')
        .executeTakeFirstOrThrow();
      return services.markMissed({ actor: operator, code });
    }
    case 'move': {
      const { port, from, to } = need(chosenPlace(model, one));
      return services.moveSlot({ actor: operator, fields: { port, from, to } });
    }
    default:
      return byPerson(setting, { one, applicant: await applicantOf(setting, one.who), learned });
  }
}

type PersonAct = Extract<Act, { readonly who: string }>;
type ByPerson = {
  readonly one: PersonAct;
  readonly applicant: Applicant;
  readonly learned: { person?: PersonId; groupId?: RegistrationId };
};

async function byPerson(setting: Setting, { one, applicant, learned }: ByPerson): Promise<Answer> {
  const { town } = setting;
  const { services } = town;
  switch (one.kind) {
    case 'ask':
      return town.ask(applicant, { isStanding: one.isStanding, place: one.isInside ? inside : outside });
    case 'withdraw':
      return services.withdraw({ applicant, what: one.isAll ? 'all' : 'today' });
    case 'still-waiting':
      return services.stillWaiting({ applicant });
    case 'sign-in':
      await town.newcomer(one.who);
      return done;
    case 'choose-ports':
      return services.choosePorts({ applicant, fields: portFields(one.ports) });
    case 'accept-terms': {
      const { terms: fields } = await answersOf(applicant.locale);
      return leadingNowhere(
        await services.saveAnswers({ applicant, person: null, step: 'terms', fields, photo: undefined }),
      );
    }
    case 'extend':
      return services.extendOffer({ applicant, offerId: await offerOf(setting, one.who) });
    case 'decline':
      return services.declineOffer({ applicant, offerId: await offerOf(setting, one.who) });
    case 'confirm':
      return services.confirmOffer({
        applicant,
        offerId: await offerOf(setting, one.who),
        place: inside,
        photo: await portrait(),
        sandboxWish: one.isMiss ? 'miss' : undefined,
      });
    case 'cancel':
      return services.cancelAppointment({ applicant });
    case 'ask-for-help':
      return services.requestAssistance({ applicant, step: one.step, fields: { statement: 'Something new.' } });
    case 'edit': {
      const fields: Readonly<Record<string, string>> =
        one.step === 'phone' ? { phone: `+509 34 12 34${String(one.pick).padStart(2, '0')}` } : {};
      const photo = one.step === 'photo' ? await portrait() : undefined;
      return leadingNowhere(await services.saveAnswers({ applicant, person: null, step: one.step, fields, photo }));
    }
    case 'delete':
      return services.deleteAccount({ accountId: applicant.accountId, fields: { delete: 'yes' } });
    case 'register':
      await town.register(applicant, ...one.ports);
      await learnGroup(setting, applicant, learned);
      return done;
    default:
      return withGroup(setting, { one, applicant, learned });
  }
}

type GroupAct = Extract<
  PersonAct,
  { readonly kind: 'add' | 'admit' | 'remove' | 'name-guardian' | 'split' | 'join' | 'leave' }
>;

async function withGroup(
  setting: Setting,
  { one, applicant, learned }: Omit<ByPerson, 'one'> & { readonly one: GroupAct },
): Promise<Answer> {
  const { town, model } = setting;
  const { services } = town;
  switch (one.kind) {
    case 'add': {
      const room = await services.addPerson({ applicant });
      if (!room.ok) return room;
      const relationship = one.age === 'adult' ? 'spouse' : 'child';
      const born = birthDateOf(one.age, model.now);
      const person = await answerFor(town, applicant, { givenNames: 'Lou', relationship, born });
      const admitted = await services.admitPerson({ applicant, person });
      learned.person = person;
      if (!admitted.ok) must(await services.removePerson({ applicant, person }));
      return admitted;
    }
    case 'admit': {
      const pending = need(groupOf(model, one.who)?.members.find(({ since }) => since === null));
      return services.admitPerson({ applicant, person: pending.id });
    }
    case 'remove':
      return services.removePerson({ applicant, person: need(chosenMember(model, one)).id });
    case 'name-guardian': {
      const { child, adult } = need(childToName(model, one.who));
      const fields = { guardian: adult.id };
      const person = child.id;
      return leadingNowhere(
        await services.saveAnswers({ applicant, person, step: 'guardian', fields, photo: undefined }),
      );
    }
    case 'split': {
      const split = await services.splitGroup({ applicant, people: chosenSome(model, one) });
      if (split.ok) await takeOver(setting, split.value.code, learned);
      return split;
    }
    case 'join': {
      const code = await services.makeJoinCode({ applicant: await applicantOf(setting, one.into) });
      return code.ok ? services.enterGroupCode({ applicant, fields: code.value }) : code;
    }
    case 'leave':
      return services.leaveGroup({ applicant });
  }
}

/** Somebody without a registration brings the code, answers what is hers to tell, and sends it. */
async function takeOver(setting: Setting, code: string, learned: ByPerson['learned']): Promise<void> {
  const { town, model } = setting;
  const { services } = town;
  const applicant = await applicantOf(setting, need(spareName(model)));
  must(await services.enterGroupCode({ applicant, fields: { code } }));
  const group = need(await services.group(applicant.accountId));
  for (const { id: person } of group.people.filter(({ isHead }) => !isHead)) {
    const fields = { relationship: 'relative' };
    must(await services.saveAnswers({ applicant, person, step: 'relationship', fields, photo: undefined }));
  }
  await town.register(applicant, ...twoPorts);
  await learnGroup(setting, applicant, learned);
}

async function learnGroup({ town }: Setting, { accountId }: Applicant, learned: ByPerson['learned']): Promise<void> {
  learned.groupId = need(await findRegistrationOf(town.tools.db.kysely, accountId)).id;
  learned.person = need((await town.services.group(accountId))?.people[0]).id;
}

/** Whoever deleted everything and comes back is a stranger. */
async function applicantOf({ town, model, applicants }: Setting, name: string): Promise<Applicant> {
  const known = applicants.get(name);
  if (known && model.accounts.has(name)) return known;
  const applicant = await town.newcomer(name);
  applicants.set(name, applicant);
  return applicant;
}

/** The offer that lives, else her last; an id of nothing where she never had one. */
async function offerOf({ town, model }: Setting, name: string): Promise<OfferId> {
  const groupId = model.accounts.get(name);
  if (!groupId) return randomUUID() as OfferId;
  const { rows } = await sql<{ id: OfferId }>`
    select id from offers where registration_id = ${groupId}
    order by state in ('open', 'extended') desc, made_at desc, day desc limit 1`.execute(town.tools.db.kysely);
  return rows[0]?.id ?? (randomUUID() as OfferId);
}

function portFields([port1 = '', port2 = '', port3 = '']: readonly string[]) {
  return { port1, port2, port3 };
}

function leadingNowhere(result: Answer): Answer {
  return result.ok ? done : result;
}
