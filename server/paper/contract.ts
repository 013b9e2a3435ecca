import type { Locale } from '#core/language/locales.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Confirmation } from '../services/confirmation.ts';

export type ConfirmationPaper = {
  readonly confirmation: Confirmation;
  readonly locale: Locale;
  /** When it is made; stands on it, since what it says can change. */
  readonly at: Instant;
  /** It says that the appointment isn't a real one. */
  readonly isDemonstration: boolean;
};

/** The paper of an appointment as a PDF: the facts and words of its page, to be printed or kept. */
export type PrintConfirmation = (paper: ConfirmationPaper) => Promise<Uint8Array>;
