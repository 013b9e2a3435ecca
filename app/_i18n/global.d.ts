import type { Locale } from '#core/language/locales.ts';
import type { Messages as PuenteMessages } from './messages.ts';

/** Wrong keys, wrong namespaces and missing arguments become type errors. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: PuenteMessages;
  }
}
