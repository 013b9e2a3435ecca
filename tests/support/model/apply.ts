import type { PersonId, RegistrationId } from '#core/ids.ts';
import { portOf } from '#core/policy/ports.ts';
import { dayOfMinute } from '#core/time/day.ts';
import { dayIn } from '#core/time/zone.ts';
import { operator } from '../town.ts';
import type { Act } from './acts.ts';
import { askForHelp, cancel, confirm, decline, extend, miss, moveSlot } from './answering.ts';
import * as asking from './asking.ts';
import {
  birthDateOf,
  childToName,
  chosenMember,
  chosenPlace,
  chosenSome,
  hostOf,
  otherOperator,
  pickedHelp,
  spareName,
  twoPorts,
} from './choose.ts';
import { wait } from './clock.ts';
import { closePool, drawPool, openNextPool } from './drawing.ts';
import { add, admit, holdOf, join, leave, mayAdd, remove, settle, split, startGroup, takeOver } from './grouping.ts';
import { decide } from './helping.ts';
import { deleteAccount } from './leaving.ts';
import { bookedOf, type Group, groupOf, type Model } from './model.ts';
import type { Seen } from './seen.ts';

/** Ids that the project made for what came to be in this act. */
export type Learned = { readonly person?: PersonId; readonly groupId?: RegistrationId };

/** Does the act in the model, and gives the answer that the project has to give. */
export function apply(
  model: Model,
  one: Act,
  { seen, learned }: { readonly seen: Seen; readonly learned: Learned },
): string {
  switch (one.kind) {
    case 'ask':
      return asking.ask(model, one);
    case 'withdraw':
      return asking.withdraw(model, one);
    case 'still-waiting':
      return asking.stillWaiting(model, one.who);
    case 'sign-in':
      return asking.signIn(model, one.who);
    case 'choose-ports':
      return asking.choosePorts(model, one);
    case 'accept-terms':
      return asking.acceptTerms(model, one.who);
    case 'change-terms':
      return asking.changeTerms(model);
    case 'confirm':
      return confirm(model, one);
    case 'decline':
      return decline(model, one.who);
    case 'extend':
      return extend(model, one.who);
    case 'cancel':
      return cancel(model, one.who);
    case 'ask-for-help':
      return askForHelp(model, one);
    case 'edit':
      return edit(model, one);
    case 'add':
      return addOne(model, one, learned);
    case 'admit':
      return admitPending(model, one);
    case 'remove':
      return remove(model, { who: one.who, person: need(chosenMember(model, one)).id });
    case 'name-guardian':
      return nameGuardian(model, one.who);
    case 'split':
      return splitOff(model, one, learned);
    case 'join':
      return join(model, one);
    case 'leave':
      return leave(model, one.who);
    case 'delete':
      return deleteAccount(model, one.who);
    case 'register':
      return register(model, one, learned);
    case 'decide':
      return decide(model, {
        help: need(pickedHelp(model, one)),
        isFor: one.isFor,
        actor: one.isOther ? otherOperator : operator,
      });
    case 'miss': {
      const booked = need(chosenPlace(model, one)?.booked);
      return miss(model, booked);
    }
    case 'move':
      return moveSlot(model, need(chosenPlace(model, one)));
    case 'close':
      return closePool(model);
    case 'draw':
      return drawPool(model, seen);
    case 'open':
      return openNextPool(model);
    case 'rush':
      return 'ok';
    case 'wait':
      wait(model, one.milliseconds, seen);
      return 'ok';
  }
}

function edit(model: Model, { who, step }: Extract<Act, { kind: 'edit' }>): string {
  const group = need(groupOf(model, who));
  // A guest's answers are under the hold of the group that she is in.
  const there = hostOf(model, who) ?? group;
  const hold = holdOf(model, there);
  // Whoever bought the place would bring her own photo.
  if (step === 'photo' && (hold === 'frozen' || hold === 'booked')) return 'group-frozen';
  return isDayItself(model, there) ? 'group-frozen' : 'ok';
}

/** From the day of the appointment on the officer has to meet whom she reads about. */
function isDayItself(model: Model, { id }: Group): boolean {
  const booked = bookedOf(model, id);
  if (!booked) return false;
  return dayIn(model.now, portOf(booked.offer.port).timeZone) >= dayOfMinute(booked.slot);
}

function nameGuardian(model: Model, who: string): string {
  const group = need(groupOf(model, who));
  const { child, adult } = need(childToName(model, who));
  if (child.since !== null && isDayItself(model, group)) return 'group-frozen';
  child.guardian = adult.id;
  settle(model, group);
  return 'ok';
}

function addOne(model: Model, { who, age }: Extract<Act, { kind: 'add' }>, { person }: Learned): string {
  const problem = mayAdd(model, who);
  if (problem) return problem;
  const group = need(groupOf(model, who));
  const added = add(model, group, { id: need(person), birthDate: birthDateOf(age, model.now) });
  // Whom nobody let in is taken out again, so that groups stay small.
  const isIn = added === 'group' || added === 'confirmation' || added === 'assisted';
  if (!isIn) group.members = group.members.filter(({ id }) => id !== person);
  return added;
}

function admitPending(model: Model, { who }: { readonly who: string }): string {
  const group = need(groupOf(model, who));
  return admit(model, group, need(group.members.find(({ since }) => since === null)));
}

function splitOff(model: Model, one: Extract<Act, { kind: 'admit' | 'remove' | 'split' }>, learned: Learned): string {
  const from = need(groupOf(model, one.who));
  const going = split(model, { who: one.who, people: chosenSome(model, one) });
  if (typeof going === 'string') return going;
  takeOver(model, from, { who: need(spareName(model)), id: need(learned.groupId), going, ports: twoPorts });
  return 'ok';
}

function register(model: Model, { who, ports }: Extract<Act, { kind: 'register' }>, learned: Learned): string {
  const { groupId, person } = learned;
  const own = { since: model.now, home: null, guardian: null, position: 1, wasHead: true };
  const members = [{ ...own, id: need(person), birthDate: '1992-02-29' }];
  startGroup(model, { who, id: need(groupId), members, ports });
  return 'ok';
}

export function need<Value>(found: Value | null | undefined): Value {
  if (found === null || found === undefined) throw new Error('expected the act to be about something, found nothing');
  return found;
}
