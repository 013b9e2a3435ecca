import type { AccountId } from '#core/ids.ts';
import type { SellerAct } from '#core/notice/seller-report.ts';
import type { Problem } from '#core/problem/kinds.ts';
import type { Result } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import type { SentMessage } from '#server/db/repositories/deliveries.ts';
import type { NoticeKind, NoticeTopic } from '#server/notify/contract.ts';

// As in services.ts, which joins these to the rest: importing them from there would be a circle.
type Outcome<Value> = Promise<Result<Value, Problem>>;
type Applicant = { readonly accountId: AccountId; readonly deviceId: string; readonly locale: string };

/** How a person is reached, and what was sent to her. */
export type MessagesView = {
  /** Her own address, for herself; null: she has none. */
  readonly email: string | null;
  readonly push: {
    /** What her browser asks for to be reached by us and nobody else. */
    readonly publicKey: string;
    readonly isOnHere: boolean;
    readonly phones: number;
  };
  readonly isDiscreet: boolean;
  /** False before she has begun to register: until then there is nobody to write to. */
  readonly canTest: boolean;
  /** The newest first. */
  readonly sent: readonly (SentMessage & { readonly kind: NoticeKind })[];
};

/** Whether a message is ours; nothing of whom it went to. */
export type MessageAnswer = { readonly sentAt: Instant; readonly topic: NoticeTopic } | null;

export type SellerReportView = {
  readonly id: string;
  readonly at: Instant;
  readonly act: SellerAct;
  readonly where: string;
  readonly contact: string;
};

export type MailView = {
  readonly id: string;
  readonly at: Instant;
  readonly to: string;
  readonly locale: string;
  readonly subject: string;
  readonly text: string;
};

type Fields = Readonly<Record<string, string>>;

export type MessagesServices = {
  messages(who: { readonly accountId: AccountId; readonly deviceId: string | undefined }): Promise<MessagesView>;
  switchPushOn(input: { readonly applicant: Applicant; readonly fields: Fields }): Outcome<null>;
  /** On this device; also when she signs out there. */
  switchPushOff(input: { readonly applicant: Pick<Applicant, 'accountId' | 'deviceId'> }): Outcome<null>;
  chooseDiscretion(input: { readonly applicant: Applicant; readonly fields: Fields }): Outcome<null>;
  sendTestMessage(input: { readonly applicant: Applicant }): Outcome<null>;

  /** Whether a session may be begun for somebody who only sent a form; kind `too-many-tries`. */
  mayBeginSession(input: { readonly network: string | null }): Outcome<null>;
  /** `sealed`: the same for her browser to keep, which `messageAnswer` opens within ten minutes. */
  checkMessage(input: {
    readonly fields: Fields;
    readonly network: string | null;
  }): Outcome<{ readonly answer: MessageAnswer; readonly sealed: string }>;
  /** Undefined: nothing that we sealed, or too long ago. */
  messageAnswer(sealed: string | undefined): MessageAnswer | undefined;
  reportSeller(input: {
    readonly fields: Fields;
    readonly network: string | null;
    readonly captchaAnswer: string | undefined;
  }): Outcome<null>;

  countSellerReports(): Promise<number>;
  /** For staff: the latest, and how many there are. */
  sellerReports(): Promise<{ readonly count: number; readonly latest: readonly SellerReportView[] }>;
  /** The sandbox's mailbox: hers, or for staff everybody's. */
  mailbox(who: { readonly accountId: AccountId; readonly isStaff: boolean }): Promise<readonly MailView[]>;
};
