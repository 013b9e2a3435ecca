import { createAskWriter } from '#server/db/ask-statement.ts';
import { type DatabaseOptions, openDatabase } from '#server/db/database.ts';
import { askFor } from '#tests/support/records.ts';

/**
 * A process to be killed: everybody who is registered asks through the batching writer, 50 at a time, and each id is
 * printed once its asking is acknowledged. Argument: the database's options as JSON.
 */
const options = JSON.parse(process.argv[2] ?? '') as DatabaseOptions;
const opened = await openDatabase(options);
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const writer = createAskWriter(opened.value);
const waiting = await opened.value.kysely.selectFrom('registrations').select('id').execute();

process.stdout.write('ready\n');
await Promise.all(
  Array.from({ length: 50 }, async () => {
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      const asked = await writer.ask(askFor(one.id));
      if (asked.ok && asked.value.kind === 'asked') process.stdout.write(`${one.id}\n`);
    }
  }),
);
