import { test } from 'vitest';
import { eachDatabase } from '#tests/support/databases.ts';
import { type Act, heads } from '#tests/support/model/acts.ts';
import { logsRecompute } from '#tests/support/model/logs.ts';
import { play } from '#tests/support/model/play.ts';

// What random acts come across once in a thousand times, in a few acts each, against the same model.

const hour = 3_600_000;
const ask = (who: 'ana' | 'ben'): Act => ({ kind: 'ask', who, pick: 0, isStanding: false, isInside: true });
const draw: readonly Act[] = [
  { kind: 'close', pick: 0 },
  { kind: 'draw', pick: 0 },
];
const confirm: Act = { kind: 'confirm', who: 'ana', pick: 0, isMiss: false };
const newborn: Act = { kind: 'add', who: 'ana', pick: 0, age: 'newborn' };

eachDatabase((_name, open) => {
  test('a confirmed group with a newborn that is cancelled gives back what was drawn: the log recomputes', async () => {
    const database = await open();
    await play(database, [ask('ana'), ...draw, confirm, newborn, { kind: 'cancel', who: 'ana', pick: 0 }], { seed: 1 });
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
      confirm,
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
});
