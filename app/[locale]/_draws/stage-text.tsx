import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import type { Locale } from '#core/language/locales.ts';
import type { DrawNow } from '#server/services/draws.ts';

type Props = { readonly locale: Locale; readonly draw: Pick<DrawNow, 'stage' | 'waitsFor'> };

/** Where a draw stands, and for whom it waits. */
export async function StageText({ locale, draw: { stage, waitsFor } }: Props) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'draws' }), getWords(locale)]);
  return (
    <>
      <p>{t(`stage.${stage}`)}</p>
      {waitsFor.length === 0 ? null : <p>{t('waitsFor', { names: words.list(waitsFor) })}</p>}
      {stage === 'revealing' && waitsFor.length > 0 ? <p>{t('neverAgain')}</p> : null}
    </>
  );
}
