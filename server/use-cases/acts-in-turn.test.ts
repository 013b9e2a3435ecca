import { expect, test } from 'vitest';
import { eachDatabase } from '#tests/support/databases.ts';
import { type Act, heads } from '#tests/support/model/acts.ts';
import { logsRecompute } from '#tests/support/model/logs.ts';
import { play } from '#tests/support/model/play.ts';

// What random acts come across once in a thousand times, in a few acts each, against the same model.

const hour = 3_600_000;
const ask = (who: 'ana' | 'cleo'): Act => ({ kind: 'ask', who, pick: 0, isStanding: false, isInside: true });
const draw: readonly Act[] = [
  { kind: 'close', pick: 0 },
  { kind: 'draw', pick: 0 },
];
const confirm = (who: 'ana' | 'cleo'): Act => ({ kind: 'confirm', who, pick: 0, isMiss: false });
const newborn: Act = { kind: 'add', who: 'ana', pick: 0, age: 'newborn' };

eachDatabase((_name, open) => {
  test('a confirmed group with a newborn that is cancelled gives back what was drawn: the log recomputes', async () => {
    const database = await open();
    await play(database, [ask('ana'), ...draw, confirm('ana'), newborn, { kind: 'cancel', who: 'ana', pick: 0 }], {
      seed: 1,
    });
    await logsRecompute(database);
  });

  test('a place that comes back goes to nobody whose group has other people than were drawn', async () => {
    const grown = heads.map((who): Act => ({ kind: 'add', who, pick: 0, age: 'adult' }));
    const acts: readonly Act[] = [
      { kind: 'rush', pick: 0, isStanding: false },
      ...draw,
      ...grown,
      { kind: 'decline', who: 'ana', pick: 1 },
      { kind: 'wait', milliseconds: 24 * hour },
    ];
    await play(await open(), acts, { seed: 1 });
  });

  test('a newborn comes to a group from which somebody went home since', async () => {
    const acts: readonly Act[] = [
      { kind: 'join', who: 'ben', pick: 0, into: 'ana' },
      ask('ana'),
      ...draw,
      confirm('ana'),
      { kind: 'delete', who: 'ben' },
      newborn,
      { kind: 'cancel', who: 'ana', pick: 0 },
    ];
    const database = await open();
    await play(database, acts, { seed: 1 });
    await logsRecompute(database);
  });

  test('a place that waits for a person goes on waiting when help with another request is asked for', async () => {
    const help = (step: 'ask' | 'confirm'): Act => ({ kind: 'ask-for-help', who: 'ana', pick: 0, step });
    const acts: readonly Act[] = [
      ask('ana'),
      ...draw,
      help('confirm'),
      { kind: 'wait', milliseconds: 40 * hour },
      help('ask'),
    ];
    await play(await open(), acts, { seed: 1 });
  });

  test('a newborn for whom there is no place is let in by a member of staff as soon as there is one', async () => {
    const decide: Act = { kind: 'decide', pick: 0, isFor: true, isOther: false };
    const acts: readonly Act[] = [
      ask('ana'),
      ask('cleo'),
      ...draw,
      confirm('cleo'),
      confirm('ana'),
      { kind: 'move', pick: 2 },
      newborn,
      decide,
      { kind: 'cancel', who: 'cleo', pick: 0 },
      decide,
    ];
    const { setting } = await play(await open(), acts, { seed: 4, reserve: 1 });
    const came = ['move ok', 'add newborn assisted', 'decide for newborn capacity-in-use', 'decide for newborn ok'];
    expect([...setting.tally.keys()]).toEqual(expect.arrayContaining(came));
  });

  test('what cannot be done just then is refused, and a guest edits her answers under the hold of her host', async () => {
    const hers = (who: 'ana' | 'ben', kind: 'accept-terms' | 'decline' | 'extend' | 'leave'): Act => ({
      kind,
      who,
      pick: 0,
    });
    const join = (who: 'ben' | 'cleo'): Act => ({ kind: 'join', who, pick: 0, into: 'ana' });
    const edit = (step: 'phone' | 'photo'): Act => ({ kind: 'edit', who: 'ben', pick: 0, step, isGuest: true });
    const acts: readonly Act[] = [
      join('ben'),
      edit('photo'),
      hers('ben', 'accept-terms'),
      hers('ana', 'leave'),
      hers('ana', 'decline'),
      hers('ana', 'extend'),
      ask('ana'),
      edit('photo'),
      { kind: 'close', pick: 0 },
      edit('phone'),
      edit('photo'),
      join('cleo'),
      hers('ben', 'leave'),
      { kind: 'draw', pick: 0 },
      confirm('ana'),
      edit('photo'),
      hers('ben', 'leave'),
      join('cleo'),
    ];
    const { setting } = await play(await open(), acts, { seed: 1 });
    const came = [
      ...['free ok', 'waiting ok', 'frozen ok', 'frozen group-frozen', 'booked group-frozen'].map(
        (how) => `edit by a guest ${how}`,
      ),
      ...['accept-terms not-found', 'leave not-found', 'decline no-offer', 'extend no-offer'],
      ...['join group-frozen', 'leave group-frozen', 'join group-booked', 'leave group-booked'],
    ];
    expect([...setting.tally.keys()]).toEqual(expect.arrayContaining(came));
  });
});
