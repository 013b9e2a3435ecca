/** The steps of a registration in the order in which they are asked: one question a screen. */
export const registrationSteps = ['language', 'name', 'birth', 'sex', 'origin', 'phone', 'photo', 'terms'] as const;
export type RegistrationStep = (typeof registrationSteps)[number];

export const sexes = ['female', 'male', 'x'] as const;
export type Sex = (typeof sexes)[number];

/** What a person told of herself; personal data, sealed wherever it is stored. */
export type Answers = {
  /** A code of `core/language/spoken.ts`, asked at registration so that nobody has to guess later [table-1]. */
  readonly primaryLanguage: string;
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
  /** E.164, such as `+525512345678` */
  readonly phone: string;
  readonly hasPhoto: boolean;
  readonly acceptedTermsVersion: string;
};
