import { notFound } from 'next/navigation';
import { locale as localeInAddress } from 'next/root-params';
import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { failLoudly, refuseFallback } from './errors.ts';
import { loadMessages } from './messages.ts';
import { routing } from './routing.ts';

/** What next-intl asks for at each render: the messages of the language in the address, or of the one asked for by name. */
export default getRequestConfig(async ({ locale: asked }) => {
  const tag = asked ?? (await localeInAddress());
  if (!hasLocale(routing.locales, tag)) notFound();
  return {
    locale: tag,
    messages: await loadMessages(tag),
    // Never shown: times go through `words.ts` with the port's or the phone's zone. Without it next-intl takes the server's.
    timeZone: 'UTC',
    onError: failLoudly,
    getMessageFallback: refuseFallback,
  };
});
