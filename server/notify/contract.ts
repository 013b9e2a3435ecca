import type { Locale } from '#core/language/locales.ts';
import type { PushTarget } from '#core/notice/push-target.ts';
import type { Result } from '#core/result.ts';
import type { Instant, LocalMinute, TimeZone } from '#core/time/instant.ts';

export const channels = ['email', 'push'] as const;
export type Channel = (typeof channels)[number];

/** What a message says, in the person's words. */
export type MessageWords = {
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  /** The line or two that a phone shows without being unlocked. */
  readonly brief: string;
  /** The page that it leads to. */
  readonly address: string;
};

/** One message, already in the person's words. `to` is personal data and never logged. */
export type Message<To = string> = MessageWords & {
  /** The outbox's id: a channel that is asked twice for the same id delivers once, as far as its protocol allows. */
  readonly id: string;
  readonly to: To;
  readonly locale: Locale;
};

/**
 * `notify-unavailable`: not now, ask again; `retryAfterMs` where the channel says when. `notify-refused`: never this
 * message. `notify-gone`: nobody is reached there any more, forget the address. `cause`: for the log, such as
 * `ECONNREFUSED` or `550`; nothing about the person.
 */
export type NotifyFailure =
  | { readonly kind: 'notify-unavailable'; readonly cause: string; readonly retryAfterMs?: number }
  | { readonly kind: 'notify-refused' | 'notify-gone'; readonly cause: string };

export type Notify<To = string> = {
  readonly isSandbox: boolean;
  send(message: Message<To>): Promise<Result<{ readonly receipt: string }, NotifyFailure>>;
};

/** Every channel by its name. */
export type Channels = { readonly email: Notify; readonly push: Notify<PushTarget> };

/**
 * Every kind of notice, and what it is about in words so general that they may be told to whoever types its code
 * (`messages.about.<topic>`). A new kind is a line here and `notice.<kind>.subject` and `.text` in the catalogs.
 */
export const noticeTopics = {
  offer: 'draw',
  'not-chosen': 'draw',
  postponed: 'draw',
  lapsed: 'draw',
  confirmed: 'appointment',
  'sign-of-life': 'draw',
  'standing-paused': 'draw',
  'terms-changed': 'draw',
  'guardian-apart': 'draw',
  cancelled: 'appointment',
  missed: 'appointment',
  moved: 'appointment',
  // A person decided whether she is in the draw, or has the place that it gave.
  'review-decided': 'draw',
  'new-code': 'account',
  test: 'test',
} as const;

export type NoticeKind = keyof typeof noticeTopics;
export type NoticeTopic = (typeof noticeTopics)[NoticeKind];
export const noticeKinds = Object.keys(noticeTopics) as readonly NoticeKind[];

export function isNoticeKind(kind: string): kind is NoticeKind {
  return Object.hasOwn(noticeTopics, kind);
}

/**
 * What a person is told outside of the screens. Discreet, since others may read along: no name, no port, no day of an
 * appointment; those are behind the sign-in. But for a time that the port moved: whoever doesn't look would come too late.
 */
export type Notice =
  | { readonly kind: 'offer'; readonly deadlineAt: Instant; readonly portZone: TimeZone }
  /** When the standing request is paused unless she says that she is still waiting. */
  | { readonly kind: 'sign-of-life'; readonly runsOutAt: Instant }
  /** From one slot to another, in the port's own time. */
  | { readonly kind: 'moved'; readonly before: LocalMinute; readonly now: LocalMinute }
  | { readonly kind: Exclude<NoticeKind, 'offer' | 'sign-of-life' | 'moved'> };

export type NoticeManner = {
  readonly locale: Locale;
  /** Twelve digits. */
  readonly code: string;
  /** She wants others to learn nothing at all: "You have news". */
  readonly isDiscreet: boolean;
};

export type NoticeWords = (notice: Notice, manner: NoticeManner) => MessageWords;
