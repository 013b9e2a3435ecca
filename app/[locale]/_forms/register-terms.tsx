import { getTranslations } from 'next-intl/server';
import { CheckBox } from '#app/_ui/choice/choice.tsx';
import { LongText } from '#app/_ui/long-text/long-text.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import type { Locale } from '#core/language/locales.ts';
import { shownDocument } from '../_way/shown-document.ts';
import type { FormDefinition } from './form-definition.ts';

export const termsForm: FormDefinition = {
  path: 'register/terms',
  action: '/api/registration/terms',
  step: 'terms',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'register' });
    return { title: t('terms.title'), button: t('terms.button'), labels: { accept: t('terms.label') } };
  },
  async Fields({ locale, standing, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const terms = await shownDocument(locale, 'terms');
    const isNew = standing?.step === 'registered' && standing.needsTerms;
    return (
      <>
        {isNew ? <NewTerms locale={locale} /> : null}
        <LongText locale={locale} document={terms} />
        <input type="hidden" name="termsVersion" value={terms.version} />
        <input type="hidden" name="termsSha256" value={terms.sha256} />
        <CheckBox name="accept" label={t('terms.accept')} value="yes" problem={problemOf('accept')} />
      </>
    );
  },
};

/** Why she is asked again, and that she loses nothing by it. */
async function NewTerms({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'problem' });
  return (
    <Notice look="wait" title={t('terms-changed-since.title')}>
      <p>{t('terms-changed-since.what')}</p>
    </Notice>
  );
}
