import type { Metadata, Viewport } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import '../_ui/base.css';
import '../_ui/tokens.css';
import { dirOf } from '#core/language/locales.ts';
import { builtLocales } from '#core/language/published.ts';
import { ErrorWordsProvider } from './_error/error-words.tsx';
import { type LocaleParams, pageLocale } from './_way/page-locale.ts';

export const metadata: Metadata = {
  icons: { icon: '/icon.svg' },
  // Some browsers make links of anything that looks like a number or a date.
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#0a4a54' };

export function generateStaticParams() {
  return builtLocales.map((locale) => ({ locale }));
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
      </body>
    </html>
  );
}
