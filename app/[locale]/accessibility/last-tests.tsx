import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import { isLocale, type Locale, localeFacts } from '#core/language/locales.ts';
import type { LocalDay } from '#core/time/instant.ts';
import results from './last-tests.json';

/** What the last tests of all screens found (`npm run test:a11y -- --keep` writes the file), and how to tell us of more. */
export async function LastTests({ locale }: { readonly locale: Locale }) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'accessibility' }), getWords(locale)]);
  const names = results.locales.filter(isLocale).map((tag) => localeFacts[tag].name);
  return (
    <>
      <Stack isClose>
        <h2>{t('tests.title')}</h2>
        <p>{t('tests.what')}</p>
        <SummaryList
          rows={[
            { term: t('tests.day'), value: words.date(results.on as LocalDay) },
            { term: t('tests.version'), value: results.version },
            { term: t('tests.screens'), value: String(results.screens) },
            { term: t('tests.languages'), value: names.join(' · ') },
            { term: t('tests.found'), value: String(results.findings) },
          ]}
        />
      </Stack>
      <ButtonLink look="second" href={`/${locale}/report-text?screen=accessibility&about=use`}>
        {t('tell.title')}
      </ButtonLink>
    </>
  );
}
