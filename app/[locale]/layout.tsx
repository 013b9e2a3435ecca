import type { Metadata, Viewport } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import '../_ui/base.css';
import '../_ui/tokens.css';
import { darkThemeColour, themeColour } from '#app/_pwa/colours.ts';
import { manifestPath } from '#app/_pwa/manifest.ts';
import { PhoneSide } from '#app/_pwa/phone-side.tsx';
import { dirOf } from '#core/language/locales.ts';
import { builtLocales } from '#core/language/published.ts';
import { ErrorWordsProvider } from './_error/error-words.tsx';
import { type LocaleParams, pageLocale } from './_way/page-locale.ts';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // On a slow line the ground is seen before the style sheet is there: not a white one at night.
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: themeColour },
    { media: '(prefers-color-scheme: dark)', color: darkThemeColour },
  ],
};

export function generateStaticParams() {
  return builtLocales.map((locale) => ({ locale }));
}

export async function generateMetadata(props: LocaleParams): Promise<Metadata> {
  return {
    manifest: manifestPath(await pageLocale(props)),
    icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' }, apple: '/apple-touch-icon.png' },
    // Some browsers make links of anything that looks like a number or a date.
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export default async function Layout({ children, ...props }: LocaleParams & { readonly children: ReactNode }) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'problem' });
  return (
    <html lang={locale} dir={dirOf(locale)}>
      <body>
        <ErrorWordsProvider
          words={{
            title: t('unexpected.title'),
            what: t('unexpected.what'),
            next: t('unexpected.next'),
            requestId: t('requestId', { id: '{id}' }),
            retry: t('retry'),
          }}
        >
          {children}
        </ErrorWordsProvider>
        <PhoneSide locale={locale} />
      </body>
    </html>
  );
}
