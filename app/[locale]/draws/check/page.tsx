import { getTranslations } from 'next-intl/server';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { CheckDraw } from '../../_draws/check/check-draw.tsx';
import { checkWords } from '../../_draws/check/check-words.ts';
import { DrawLinks } from '../../_draws/draw-links.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { pageTitle } from '../../_way/page-title.ts';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'verify' });
  return pageTitle(locale, t('title'));
}

/** Does a draw again whose files are on this phone: also without a line. */
export default async function Check(props: LocaleParams) {
  const locale = await pageLocale(props);
  const [t, verify] = await Promise.all([
    getTranslations({ locale, namespace: 'draws' }),
    getTranslations({ locale, namespace: 'verify' }),
  ]);
  return (
    <Shell locale={locale} page="draws/check">
      <Heading title={verify('title')} lead={t('check.lead')} />
      <noscript>
        <p>{verify('noScript')}</p>
      </noscript>
      <CheckDraw words={await checkWords(locale)} />
      <DrawLinks locale={locale} without="draws/check" />
    </Shell>
  );
}
