import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { err, ok, type Result } from '#core/result.ts';
import type { StaffRole, StudioRole } from '#core/staff/permissions.ts';
import { sandboxAccounts, sandboxTranslators } from '#server/sign-in/sandbox/accounts.ts';
import { isSigner } from '../../catalogs/status.ts';

/** Somebody whom the studio knows. `name` is what stands beside her texts, in public; her address never does. */
export type Known = { readonly name: string; readonly role: StaffRole | StudioRole | 'applicant' };

export type People = {
  /** By the verified address that the provider gave; undefined: nobody whom the list has. */
  find(email: string): Result<Known | undefined, { readonly kind: 'unreadable' }>;
};

const person = z.strictObject({
  email: z
    .string()
    .refine((text) => /^[^\s@]+@[^\s@]+$/.test(text.trim()))
    .transform(plain),
  name: z.string().max(40).refine(isSigner),
});
const list = z
  .array(person)
  .min(1)
  // Two people of one name could not review each other's texts; one with two names could review her own.
  .refine((people) => isEachOnce(people.map(({ name }) => plain(name))))
  .refine((people) => isEachOnce(people.map(({ email }) => email)));

export const listExpected =
  'the path of a list as JSON, [{ "email": "ana@example.org", "name": "ana" }], each address and each name once, names without spaces';

/** Undefined where the file isn't there or holds anything else: never says what, for it may be an address. */
function readList(path: string): z.infer<typeof list> | undefined {
  try {
    return list.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    // JSON.parse quotes what it met.
    return undefined;
  }
}

export function isListReadable(path: string): boolean {
  return readList(path) !== undefined;
}

/**
 * The translators of a file, which is read for each question: whoever is taken out of it is out at once. While it can't
 * be read (somebody is writing it), nobody comes in and nobody is sent away; `report` hears of it.
 */
export function peopleIn(path: string, report: () => void): People {
  return {
    find(email) {
      const people = readList(path);
      if (!people) {
        report();
        return err({ kind: 'unreadable' });
      }
      const found = people.find((one) => one.email === plain(email));
      return ok(found && { name: found.name, role: 'translator' });
    },
  };
}

/** The sandbox's made-up people, the two translators first; the name is the address up to its sign. */
export const madeUpPeople = [...sandboxTranslators, ...sandboxAccounts];

export const sandboxPeople: People = {
  find(email) {
    const found = madeUpPeople.find((one) => one.email === plain(email));
    return ok(found && { name: found.email.split('@')[0] ?? '', role: found.role });
  },
};

function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

function isEachOnce(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
