/** Branded ids: one kind of id can't be passed where another is asked for. All are UUIDs but for the codes. */
type Branded<Name extends string> = string & { readonly __id: Name };

export type AccountId = Branded<'AccountId'>;
export type RegistrationId = Branded<'RegistrationId'>;
export type PersonId = Branded<'PersonId'>;
export type RequestId = Branded<'RequestId'>;
export type OfferId = Branded<'OfferId'>;
export type AppointmentId = Branded<'AppointmentId'>;

/** The id that a form names, or null where it can't be one: a database would throw at anything else. */
export function readPersonId(text: string | undefined): PersonId | null {
  return text !== undefined && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text) ? (text as PersonId) : null;
}

/** A port of entry by its code, such as `san-ysidro`. */
export type PortCode = Branded<'PortCode'>;
