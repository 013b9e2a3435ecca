import { type NeedKind, needKinds } from './details.ts';
import { type Checked, checkLine, type Fields, gather, isTicked, readText } from './field.ts';
import type { CheckedAnswers } from './step-rule.ts';

/** Code points of the line in her own words. */
export const longestNeeds = 200;
export const needFields = [...needKinds, 'needsText'] as const;

/** What she needs on the day. Kinds: `wrong-type`; at the line in her own words those of `checkLine`. */
export function checkNeeds(fields: Fields): CheckedAnswers {
  const ticks = Object.fromEntries(needKinds.map((kind) => [kind, readTick(fields, kind)]));
  const { values, problems } = gather<Readonly<Record<NeedKind, boolean>> & { readonly needsText: string }>({
    ...(ticks as Record<NeedKind, Checked<boolean>>),
    needsText: checkLine(fields, 'needsText', { asked: 'optional', longest: longestNeeds }),
  });
  if (!values) return { answers: {}, problems };
  return { answers: { needs: { kinds: needKinds.filter((kind) => values[kind]), text: values.needsText } }, problems };
}

function readTick(fields: Fields, field: string): Checked<boolean> {
  const read = readText(fields, field);
  return read.ok ? { ok: true, value: isTicked(read.value) } : read;
}
