import { z } from 'zod';
import type { FieldProblemKind, Problem } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { ReportedPlace } from '../../services.ts';

const furthest = 100_000_000;
const bounds = { latitude: [-90, 90], longitude: [-180, 180], accuracy: [0, furthest] } as const;
type Name = keyof typeof bounds;
const number = z
  .string()
  .trim()
  .regex(/^-?\d{1,9}(\.\d{1,20})?(e-?\d{1,2})?$/i)
  .transform(Number);

/** Degrees and meters as the phone's script filled them in; undefined where it filled in nothing. */
export function readPlace(fields: Readonly<Record<string, string>>): Result<ReportedPlace | undefined, Problem> {
  if ((['latitude', 'longitude', 'accuracy'] as const).some((name) => !fields[name])) return ok(undefined);
  const latitude = read(fields, 'latitude');
  const longitude = read(fields, 'longitude');
  const accuracyMeters = read(fields, 'accuracy');
  for (const [field, value] of Object.entries({ latitude, longitude, accuracy: accuracyMeters })) {
    if (typeof value === 'string') return err({ kind: 'fields', fields: [{ field, kind: value }] });
  }
  return ok({ latitude, longitude, accuracyMeters } as ReportedPlace);
}

function read(fields: Readonly<Record<string, string>>, name: Name): number | FieldProblemKind {
  const parsed = number.safeParse(fields[name]);
  if (!parsed.success) return 'not-a-number';
  const [least, most] = bounds[name];
  if (parsed.data < least) return 'too-small';
  return parsed.data > most ? 'too-large' : parsed.data;
}

const signals = z
  .record(z.string().regex(/^[\w.-]{1,40}$/), z.union([z.string().max(200), z.number(), z.boolean()]))
  .refine((marks) => Object.keys(marks).length <= 40);

/** Marks for people to look at, never a refusal (DESIGN, rule 12). What can't be read is as good as nothing: none. */
export function readSignals(json: string | undefined): z.infer<typeof signals> {
  if (!json) return {};
  try {
    return signals.safeParse(JSON.parse(json)).data ?? {};
  } catch {
    return {};
  }
}
