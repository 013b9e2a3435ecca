import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientProvider } from './client-provider.tsx';
import type { Area } from './messages.ts';

/** Sends the messages of these areas, and no others, to the client components inside: each costs prepaid data. */
export async function ClientMessages({
  areas,
  children,
}: {
  readonly areas: readonly Area[];
  readonly children: ReactNode;
}) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()]);
  const chosen = Object.fromEntries(areas.map((area) => [area, messages[area]]));
  return (
    <ClientProvider locale={locale} messages={chosen}>
      {children}
    </ClientProvider>
  );
}
