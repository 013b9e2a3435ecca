import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { LineLink } from '#app/_ui/button/button.tsx';
import type { Locale } from '#core/language/locales.ts';

/** For how many people she stands in line, and the way to see who they are. */
export async function GroupLine({ locale, people }: { readonly locale: Locale; readonly people: number }) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'group' }), getWords(locale)]);
  return (
    <>
      <p>{t('people', { count: people, countText: words.number(people) })}</p>
      <LineLink href={`/${locale}/register/group`}>{t('link')}</LineLink>
    </>
  );
}

/** For those who were given a code of a group. */
export async function CodeLink({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'group' });
  return <LineLink href={`/${locale}/group/join`}>{t('join.title')}</LineLink>;
}
