import { checkOwnLine, type OwnFinding } from '#core/draw/check-own-line.ts';
import { parseOwnLine } from '#core/draw/own-line-file.ts';
import { firstBroken } from '#scripts/verify-draw/web-signature.ts';
import type { OwnVerdict } from './verdict.ts';

/** Null: not such a file. Nothing is asked of anybody. */
export async function checkOwn(text: string): Promise<OwnVerdict | null> {
  const own = parseOwnLine(text);
  if (!own.ok) return null;
  const found = checkOwnLine(own.value);
  if (!found.ok) return null;
  const { promise, announcementHash, outcome, signed } = found.value;
  const broken = await firstBroken(signed);
  return {
    day: promise.day,
    checks: told(found.value),
    signatures: signed.length === 0 ? 'none' : broken === 'unknown' ? 'unknown' : broken ? 'wrong' : 'right',
    announcementHash,
    stage: outcome ? 'drawn' : announcementHash === null ? 'promised' : 'closed',
    place: outcome?.place ? { port: outcome.place.port, slot: outcome.slot } : null,
  };
}

function told({ checks, outcome }: OwnFinding): OwnVerdict['checks'] {
  const right = new Map(checks.map(({ what, isRight }) => [what, isRight]));
  const isNumberRight = right.get('seed') === true && right.get('ticket') === true;
  return [
    ...(right.has('list') ? [{ what: 'list' as const, isRight: right.get('list') === true }] : []),
    ...(right.has('seed') ? [{ what: 'number' as const, isRight: isNumberRight }] : []),
    ...(right.has('outcome') ? [{ what: 'outcome' as const, isRight: right.get('outcome') === true }] : []),
    // Of somebody without a place there is no day to speak of, unless the file has one.
    ...(outcome?.place || right.get('slot') === false
      ? [{ what: 'slot' as const, isRight: right.get('slot') === true }]
      : []),
  ];
}
