import type { Locale } from '#core/language/locales.ts';
import type { Result } from '#core/result.ts';
import type { Instant, TimeZone } from '#core/time/instant.ts';

/** One message, already in the person's words. Plain text; the address is personal data and never logged. */
export type Message = {
  /** The outbox's id: a channel that is asked twice for the same id delivers once. */
  readonly id: string;
  readonly to: string;
  readonly locale: string;
  readonly subject: string;
  readonly text: string;
};

export type Notify = {
  readonly isSandbox: boolean;
  send(message: Message): Promise<Result<{ readonly receipt: string }, { readonly kind: 'notify-unavailable' }>>;
};

export const noticeKinds = ['offer', 'not-chosen', 'confirmed', 'lapsed'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/**
 * What a person is told outside of the screens. Discreet, since others may read along: no name, no port, no day of an
 * appointment; those are behind the sign-in.
 */
export type Notice =
  | { readonly kind: 'offer'; readonly deadlineAt: Instant; readonly portZone: TimeZone }
  | { readonly kind: Exclude<NoticeKind, 'offer'> };

export type NoticeWords = (notice: Notice, locale: Locale) => { readonly subject: string; readonly text: string };
