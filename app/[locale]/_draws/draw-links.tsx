import { getTranslations } from 'next-intl/server';
import { LineLink } from '#app/_ui/button/button.tsx';
import type { Locale } from '#core/language/locales.ts';

export const drawPages = ['draws', 'draws/how', 'draws/own', 'draws/check', 'draws/cheat', 'statistics'] as const;
type DrawPage = (typeof drawPages)[number];

/** From one page about the draws to the others. */
export async function DrawLinks({ locale, without }: { readonly locale: Locale; readonly without?: DrawPage }) {
  const [t, verify, statistics] = await Promise.all([
    getTranslations({ locale, namespace: 'draws' }),
    getTranslations({ locale, namespace: 'verify' }),
    getTranslations({ locale, namespace: 'statistics' }),
  ]);
  const titles: Readonly<Record<DrawPage, string>> = {
    draws: t('title'),
    'draws/how': t('how.title'),
    'draws/own': t('own.title'),
    'draws/check': verify('title'),
    'draws/cheat': t('cheat.title'),
    statistics: statistics('title'),
  };
  return (
    <nav aria-label={t('title')}>
      {drawPages
        .filter((page) => page !== without)
        .map((page) => (
          <LineLink key={page} href={`/${locale}/${page}`}>
            {titles[page]}
          </LineLink>
        ))}
    </nav>
  );
}
