import type { AccountId, AppointmentId, PortCode } from '#core/ids.ts';
import type { Instant, LocalMinute, TimeZone } from '#core/time/instant.ts';
import type { Outcome } from './outcome.ts';

export type AppointmentView = {
  readonly id: AppointmentId;
  readonly port: PortCode;
  readonly portZone: TimeZone;
  readonly slot: LocalMinute;
  readonly startsAt: Instant;
  readonly size: number;
  readonly code: string;
  /** Compact JWS, at most 300 bytes: what the QR holds. */
  readonly proof: string;
};

/** A person as her own group sees her. The native names are in her own script, and empty where she gave none. */
export type PersonName = {
  readonly givenNames: string;
  readonly familyNames: string;
  readonly nativeGivenNames: string;
  readonly nativeFamilyNames: string;
};

/** All that the page and the paper of an appointment say of it. */
export type Confirmation = {
  readonly appointment: AppointmentView;
  /** The group's people, head first; `appointment.size` counts those who may come. */
  readonly people: readonly PersonName[];
  /** Of the announcement of the draw that gave the place, 64 hex: nobody can be shown another draw than everybody. */
  readonly announcementHash: string;
};

export type ConfirmationServices = {
  /** What stands of her own appointment; null where she has none. */
  confirmation(accountId: AccountId): Promise<Confirmation | null>;
  /** Before a paper is made: counts it. Kind: `download-limit`, with the minutes until the next. */
  takePaper(input: { readonly sessionHash: string }): Outcome<null>;
};
