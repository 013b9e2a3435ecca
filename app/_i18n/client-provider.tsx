'use client';

import { type Messages, NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import type { Locale } from '#core/language/locales.ts';
import { failLoudly, refuseFallback } from './errors.ts';

type Props = { readonly locale: Locale; readonly messages: Partial<Messages>; readonly children: ReactNode };

/** next-intl's provider does not inherit the handlers of errors from the server: functions can't be sent to a browser. */
export function ClientProvider({ locale, messages, children }: Props) {
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={messages}
      timeZone="UTC"
      onError={failLoudly}
      getMessageFallback={refuseFallback}
    >
      {children}
    </NextIntlClientProvider>
  );
}
