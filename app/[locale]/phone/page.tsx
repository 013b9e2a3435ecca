import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { PhoneKeeps } from '#app/_pwa/phone-keeps/phone-keeps.tsx';
import { pinWords } from '#app/_pwa/pin/pin-words.ts';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { localeFacts } from '#core/language/locales.ts';
import { publishedLocales } from '#core/language/published.ts';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { pageTitle } from '../_way/page-title.ts';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'phone' });
  return pageTitle(locale, t('title'));
}

/** What this phone keeps for when it has no line, how much that is, and buttons to keep more or nothing. */
export default async function Phone(props: LocaleParams) {
  const locale = await pageLocale(props);
  const [t, tDraft, words] = await Promise.all([
    getTranslations({ locale, namespace: 'phone' }),
    getTranslations({ locale, namespace: 'draft' }),
    getWords(locale),
  ]);
  return (
    <Shell locale={locale} page="phone">
      <Heading title={t('title')} lead={t('lead')} />
      <noscript>
        <p>{t('noScript')}</p>
      </noscript>
      {/* Asked of everybody: browsers hide which windows are private. */}
      <p>{t('private')}</p>
      <PhoneKeeps
        facts={{
          locale,
          // `0.4` as this language writes it, for a script that only knows the digits.
          decimal: words.number(0.5).slice(1, -1),
          languages: publishedLocales.map((tag) => ({ tag, name: localeFacts[tag].name })),
          size: t('size', { megabytes: '{megabytes}' }),
          shared: t('shared'),
          about: t('about'),
          drafts: t('drafts', { count: '{count}' }),
          keep: t('keep', { language: '{language}', size: '{size}' }),
          remove: t('remove', { language: '{language}' }),
        }}
        words={{
          wait: t('wait'),
          removeDrafts: t('removeDrafts'),
          others: t('others'),
          removeAll: t('removeAll'),
          removed: t('removed'),
          sparing: t('sparing'),
          full: t('full'),
          failed: t('failed'),
          noWorker: t('noWorker'),
        }}
        pin={{
          title: tDraft('pin.title'),
          words: {
            ...pinWords(tDraft, t('full')),
            format: tDraft('pin.format'),
            forgotWhat: tDraft('pin.forgotWhat'),
            remove: tDraft('pin.remove'),
            what: tDraft('pin.what'),
            notFor: tDraft('pin.notFor'),
            new: tDraft('pin.new'),
            again: tDraft('pin.again'),
            on: tDraft('pin.on'),
            differs: tDraft('pin.differs'),
            isOn: tDraft('pin.isOn'),
            already: tDraft('pin.already'),
            off: tDraft('pin.off'),
            isOff: tDraft('pin.isOff'),
          },
        }}
      />
    </Shell>
  );
}
