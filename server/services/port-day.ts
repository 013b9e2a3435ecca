import type { AccountId, PersonId, PortCode } from '#core/ids.ts';
import type { IdentityDocument, Needs } from '#core/registration/details.ts';
import type { LocalDay, LocalMinute } from '#core/time/instant.ts';

/** What an officer is told beforehand of one who comes; every part as far as it was asked and answered. */
export type PersonAtPort = {
  /** Two of a group may have one name. */
  readonly id: PersonId;
  readonly name: string;
  /** Codes of `core/language/spoken.ts`, her own first. A group tells them once: they stand with its head. */
  readonly languages: readonly string[];
  /** Told once for the group, too. */
  readonly needs: Needs | null;
  /** Enough to know the paper by when it lies there, and no more. */
  readonly document: (Pick<IdentityDocument, 'kind' | 'country'> & { readonly lastFour: string }) | null;
};

export type DayEntry = {
  readonly slot: LocalMinute;
  /** Of the head. */
  readonly name: string;
  readonly size: number;
  readonly code: string;
  readonly state: string;
  /** Who comes, the head first. Empty where the appointment is over, or nobody is named who reads. */
  readonly people: readonly PersonAtPort[];
};

export type PortDayServices = {
  /**
   * Who comes to a port on a day. `actor`: the member of staff who reads; that she did is in the audit trail. Without her
   * the list says no more than names, so that nothing of the answers is read by nobody.
   */
  portDay(input: {
    readonly actor?: AccountId;
    readonly port: PortCode;
    readonly day: LocalDay;
  }): Promise<readonly DayEntry[]>;
};
