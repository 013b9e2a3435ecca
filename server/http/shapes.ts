import { z } from 'zod';
import { portCodes } from '#core/policy/ports.ts';

/** Pieces of the descriptions of routes. An example is what the contract's test sends. */
export function text(longest: number, example?: string): z.ZodType {
  const schema = z.string().max(longest);
  return example === undefined ? schema : schema.meta({ examples: [example] });
}

/** A field that may be left out or empty. */
export function maybe(schema: z.ZodType): z.ZodType {
  return schema.optional();
}

export function choice(values: readonly string[]): z.ZodType {
  return z.enum(values as readonly [string, ...string[]]);
}

export const port = choice(portCodes);
/** Milliseconds since 1970, UTC. */
export const instant = z.int().describe('Milliseconds since 1970 in UTC.');
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Local at the port. */
export const slot = text(16, '2027-03-21T08:00');
export const shortCode = z
  .string()
  .regex(/^\d{9}$/)
  .meta({ examples: ['000005724'] });
export const uuid = z.uuid().meta({ examples: ['5d0c6f34-40ad-4b9b-a3a6-8d0f0d0f7c11'] });

/** What the phone's script fills in of where it is, as text; all three or none. */
export const place = {
  latitude: maybe(text(40, '31.69')),
  longitude: maybe(text(40, '-106.424')),
  accuracy: maybe(text(40, '30')),
} as const;

/** Of which person of the group; left out: the head. */
export const person = maybe(uuid);
