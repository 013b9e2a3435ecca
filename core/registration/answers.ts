import type {
  EmploymentKind,
  EyeColor,
  ForeignAddress,
  IdentityDocument,
  MaritalStatus,
  Needs,
  Stay,
  UsAddress,
} from './details.ts';
import type { Relationship } from './group.ts';

/** The steps of a registration in the order in which they are asked: one question a screen. */
export const registrationSteps = [
  'language',
  'languages',
  'relationship',
  'name',
  'birth',
  'guardian',
  'sex',
  'origin',
  'citizenships',
  'document',
  'phone',
  'email',
  'us-address',
  'foreign-address',
  'needs',
  'employment',
  'marital',
  'travel',
  'looks',
  'photo',
  'terms',
] as const;
export type RegistrationStep = (typeof registrationSteps)[number];

/** Of these, the further questions, which the policy may leave out or leave open: each says why it is asked. */
export const furtherSteps = [
  'languages',
  'citizenships',
  'document',
  'email',
  'us-address',
  'foreign-address',
  'needs',
  'employment',
  'marital',
  'travel',
  'looks',
] as const satisfies readonly RegistrationStep[];
export type FurtherStep = (typeof furtherSteps)[number];

/** Those that can be about each person; the rest is told once for the group (`step-rules.ts` holds both to it). */
export const memberFurtherSteps = [
  'citizenships',
  'document',
  'us-address',
  'foreign-address',
  'employment',
  'marital',
  'travel',
  'looks',
] as const satisfies readonly FurtherStep[];

export function isOfMembers(step: FurtherStep): step is (typeof memberFurtherSteps)[number] {
  return (memberFurtherSteps as readonly string[]).includes(step);
}

export function isFurtherStep(step: string): step is FurtherStep {
  return (furtherSteps as readonly string[]).includes(step);
}

export const sexes = ['female', 'male', 'x'] as const;
export type Sex = (typeof sexes)[number];

/**
 * What a person told of herself; personal data, sealed wherever it is stored. Of the further questions, null is an
 * optional one that she skipped: it is not asked again.
 */
export type Answers = {
  /** A code of `core/language/spoken.ts`, asked at registration so that nobody has to guess later [table-1]. */
  readonly primaryLanguage: string;
  /** Codes of the same list, the primary language not among them. */
  readonly languages: readonly string[] | null;
  /** As in the document, Latin letters or not; folded to NFC, outer and double white space removed. */
  readonly givenNames: string;
  readonly familyNames: string;
  /** In the person's own script; empty where she left it out. */
  readonly nativeGivenNames: string;
  readonly nativeFamilyNames: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly sex: Sex;
  /** ISO 3166-1 alpha-2 */
  readonly birthCountry: string;
  readonly citizenship: string;
  /** ISO 3166-1 alpha-2, beside `citizenship`. */
  readonly otherCitizenships: readonly string[] | null;
  readonly document: IdentityDocument | null;
  /** E.164, such as `+525512345678` */
  readonly phone: string;
  /** Where messages to the group go; null: to the address of the sign-in. */
  readonly email: string | null;
  readonly usAddress: UsAddress | null;
  readonly foreignAddress: ForeignAddress | null;
  readonly needs: Needs | null;
  readonly employment: EmploymentKind | null;
  readonly maritalStatus: MaritalStatus | null;
  readonly travel: readonly Stay[] | null;
  /** Centimetres */
  readonly height: number | null;
  /** Kilograms */
  readonly weight: number | null;
  readonly eyeColor: EyeColor | null;
  /** What she is to the head of her group; the head has none. */
  readonly relationship: Relationship;
  /** Of a minor: the id of the adult of the group who answers for her. Empty where she is an adult. */
  readonly guardian: string;
  /** A photo that nobody doubts: what a new one is compared with. */
  readonly hasPhoto: boolean;
  /** Her photos were refused too often, and a person looks: she goes on without one, and what needs it waits. */
  readonly photoWaits: boolean;
  /** A person has looked and no photo of hers counts: she goes on without one all the same, and may send another. */
  readonly photoMissing: boolean;
  /** Photos of hers that were refused, one after the other. */
  readonly photoMisses: number;
  readonly acceptedTermsVersion: string;
};

/** Whether a person looks, or did, at photos that were refused: the missing one holds her up no longer. */
export function goesOnWithoutPhoto({ photoWaits, photoMissing }: Partial<Answers>): boolean {
  return photoWaits === true || photoMissing === true;
}
