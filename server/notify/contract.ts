import type { Result } from '#core/result.ts';

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
