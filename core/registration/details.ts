/** The parts of answers that are more than a word or a list of words. */

export const documentKinds = ['passport', 'identity-card', 'other'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export type IdentityDocument = {
  readonly kind: DocumentKind;
  /** Capital letters and ASCII digits, no spaces. */
  readonly number: string;
  /** ISO 3166-1 alpha-2 of who issued it. */
  readonly country: string;
  /** `YYYY-MM-DD`; null: it has none. A document may have run out: many people have no other. */
  readonly expiry: string | null;
  /**
   * Where it was read by us and she hasn't looked at it yet: what it says otherwise than she does. Told to her, kept
   * until she sends the page again, and never a reason to refuse her.
   */
  readonly read: ReadOtherwise | null;
};

export type ReadOtherwise = {
  /** As in the machine-readable lines: capital letters without accents. */
  readonly names: string | null;
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null;
};

export type UsAddress = {
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  /** Two letters, of `core/language/us-states.ts`. */
  readonly state: string;
  /** `78040` or `78040-1234` */
  readonly zip: string;
};

export type ForeignAddress = {
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
};

export const needKinds = ['wheelchair', 'interpreter', 'separatedRelative'] as const;
export type NeedKind = (typeof needKinds)[number];

export type Needs = {
  readonly kinds: readonly NeedKind[];
  /** In her own words, a line. */
  readonly text: string;
};

export const employmentKinds = ['employee', 'self-employed', 'student', 'home', 'looking', 'retired', 'none'] as const;
export type EmploymentKind = (typeof employmentKinds)[number];

export const maritalStatuses = ['single', 'married', 'partnered', 'separated', 'divorced', 'widowed'] as const;
export type MaritalStatus = (typeof maritalStatuses)[number];

/** A country where she was, and the year. */
export type Stay = { readonly country: string; readonly year: number };

export const eyeColors = ['brown', 'black', 'hazel', 'green', 'blue', 'gray', 'other'] as const;
export type EyeColor = (typeof eyeColors)[number];
