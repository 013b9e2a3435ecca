/** Branded ids: one kind of id can't be passed where another is asked for. All are UUIDs but for the codes. */
type Branded<Name extends string> = string & { readonly __id: Name };

export type AccountId = Branded<'AccountId'>;
export type RegistrationId = Branded<'RegistrationId'>;
export type PersonId = Branded<'PersonId'>;
export type RequestId = Branded<'RequestId'>;
export type OfferId = Branded<'OfferId'>;
export type AppointmentId = Branded<'AppointmentId'>;

/** A port of entry by its code, such as `san-ysidro`. */
export type PortCode = Branded<'PortCode'>;
