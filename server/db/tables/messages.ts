import type { Generated } from 'kysely';
import type { AccountId, RegistrationId } from '#core/ids.ts';
import type { SellerAct } from '#core/notice/seller-report.ts';
import type { Channel } from '#server/notify/contract.ts';
import type { Fixed, Json, NullableTimestamp, Timestamp } from '../columns.ts';

/** Messages and their ways, and what people report of sellers and of texts. */
export type MessageTables = {
  readonly outbox: OutboxTable;
  readonly sandboxMailbox: SandboxMailboxTable;
  readonly messageCodes: MessageCodesTable;
  readonly pushSubscriptions: PushSubscriptionsTable;
  readonly messageChoices: MessageChoicesTable;
  readonly deliveries: DeliveriesTable;
  readonly sellerReports: SellerReportsTable;
  readonly textReports: TextReportsTable;
};

// A list that the core doesn't know: a test holds it against the check constraint.
export const deliveryStates = ['waiting', 'sent', 'failed', 'dropped'] as const;

export type DeliveryState = (typeof deliveryStates)[number];

type OutboxTable = {
  id: Generated<string>;
  kind: string;
  registrationId: RegistrationId;
  detail: Json<Readonly<Record<string, unknown>>>;
  createdAt: Timestamp;
  /** Not before this moment does anybody try (again): a lease, so that two senders don't take the same one. */
  nextAt: Timestamp;
  /** When it was handed on to the channels (`deliveries`), and to how many. */
  sentAt: NullableTimestamp;
  receipt: string | null;
  tries: Generated<number>;
};

type SandboxMailboxTable = {
  id: string;
  /** Null in rows from before there was a page that shows a person hers. */
  toToken: string | null;
  sealed: Uint8Array;
  at: Timestamp;
};

/** Keyed token of a message's code; of whom it was sent to there is nothing. */
type MessageCodesTable = { token: string; kind: string; at: Timestamp };

type PushSubscriptionsTable = {
  id: Generated<string>;
  accountId: Fixed<AccountId>;
  deviceToken: string;
  endpointToken: string;
  /** A `PushTarget`. */
  sealed: Uint8Array;
  createdAt: Timestamp;
};

type MessageChoicesTable = { accountId: Fixed<AccountId>; isDiscreet: boolean };

type DeliveriesTable = {
  id: Generated<string>;
  outboxId: Fixed<string>;
  channel: Fixed<Channel>;
  /** Null for e-mail, and for a phone that is reached no longer. */
  subscriptionId: string | null;
  state: DeliveryState;
  madeAt: Timestamp;
  nextAt: Timestamp;
  endedAt: NullableTimestamp;
  tries: Generated<number>;
  receipt: string | null;
  /** Kind and cause of the latest failure, such as `notify-unavailable 451`. */
  failure: string | null;
};

type SellerReportsTable = { id: Generated<string>; act: SellerAct; sealed: Uint8Array; at: Timestamp };

/** Keyed token of all that was told, so that the same is one row; of who told it there is nothing. */
type TextReportsTable = {
  id: Generated<string>;
  token: string;
  locale: string;
  screen: string;
  /** Words and remark: people write more than they are asked for. */
  sealed: Uint8Array;
  times: Generated<number>;
  /** When it was told last. */
  at: Timestamp;
};
