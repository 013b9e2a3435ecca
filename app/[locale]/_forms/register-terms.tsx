import { getTranslations } from 'next-intl/server';
import { CheckBox } from '#app/_ui/choice/choice.tsx';
import { LongText } from '#app/_ui/long-text/long-text.tsx';
import { readDocument } from '#server/documents.ts';
import type { FormDefinition } from './form-definition.ts';

export const termsForm: FormDefinition = {
  path: 'register/terms',
  action: '/api/registration/terms',
  step: 'terms',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'register' });
    return { title: t('terms.title'), button: t('terms.button'), labels: { accept: t('terms.label') } };
  },
  async Fields({ locale, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const terms = await readDocument(locale, 'terms');
    return (
      <>
        <LongText locale={locale} document={terms} />
        <input type="hidden" name="termsVersion" value={terms.version} />
        <input type="hidden" name="termsSha256" value={terms.sha256} />
        <CheckBox name="accept" label={t('terms.accept')} value="yes" problem={problemOf('accept')} />
      </>
    );
  },
};
