import { mostDraws, tipBelow } from '#core/draw/chain.ts';
import { type DrawLogLine, firstDrawLogDifference } from '#core/draw/draws-log.ts';
import type { FreedLine } from '#core/draw/freed-log.ts';
import { firstFreedDifference } from '#core/draw/freed-places.ts';
import { type Hash, toHex, utf8 } from '#core/draw/hash.ts';
import { type Inputs, parseInputs } from '#core/draw/inputs.ts';
import type { Season } from '#core/draw/season.ts';
import type { Difference } from './first-difference.ts';
import type { Published } from './published.ts';

/** That the parties are those of the season, and each reveal the one of this draw's number in its party's chain. */
export function seasonDifference(season: Season, published: Published, hash: Hash): Difference | undefined {
  const { parties, draw } = inputsOf(published).announcement;
  const [expected, found] = [namesOf(season.parties), namesOf(parties)];
  if (expected !== found) return { at: 'announcement.json, parties', expected, found };
  if (draw > mostDraws) {
    return { at: 'announcement.json, draw', expected: `${mostDraws} at most`, found: String(draw) };
  }
  for (const [index, { tip }] of season.parties.entries()) {
    const first = tipBelow(published.draw.reveals[index] ?? '', draw, hash);
    if (first !== tip) return { at: `season.json, parties[${index}].tip`, expected: first, found: tip };
  }
  return undefined;
}

export function logDifference(log: readonly DrawLogLine[], published: Published, hash: Hash): Difference | undefined {
  const { day, draw, previousResult } = inputsOf(published).announcement;
  const announcementHash = toHex(hash.sha256(utf8(published.texts['announcement.json'])));
  const logged = { day, draw, announcementHash, previousResult, resultHash: published.draw.resultHash };
  const found = firstDrawLogDifference(logged, log, hash);
  return found && { at: `draws.tsv, line ${found.line}`, expected: found.expected, found: found.found };
}

/** Only where the draw itself is right: the log goes on from its result. */
export function freedDifference(log: readonly FreedLine[], published: Published, hash: Hash): Difference | undefined {
  const { requests } = inputsOf(published);
  const { texts, draw } = published;
  const found = firstFreedDifference({ requests, result: texts['result.tsv'], resultHash: draw.resultHash }, log, hash);
  return found && { at: `freed.txt, line ${found.line}`, expected: found.expected, found: found.found };
}

function inputsOf({ texts }: Published): Inputs {
  const inputs = parseInputs({
    pool: texts['pool.tsv'],
    capacity: texts['capacity.json'],
    announcement: texts['announcement.json'],
  });
  if (!inputs.ok) throw new Error(`expected the inputs of a draw that was made, found ${inputs.error.kind}`);
  return inputs.value;
}

function namesOf(parties: readonly { readonly name: string }[]): string {
  return parties.map(({ name }) => name).join(', ');
}
