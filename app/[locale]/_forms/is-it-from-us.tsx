import { getTranslations } from 'next-intl/server';
import { LineLink } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field/field.tsx';
import { showMessageCode } from '#core/notice/message-code.ts';
import { NobodySells } from '../_messages/nobody-sells.tsx';
import type { FormDefinition } from './form-definition.ts';

/** Made up, and its last digit isn't that of a code. */
const exampleCode = '123456789012';

export const fromUsForm: FormDefinition = {
  path: 'is-it-from-us',
  action: '/api/message-check',
  back: '',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'messages' });
    return {
      title: t('fromUs.title'),
      lead: t('fromUs.lead'),
      button: t('fromUs.button'),
      labels: { code: t('fromUs.code') },
    };
  },
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'messages' });
    return (
      <Field
        name="code"
        inputMode="numeric"
        dir="ltr"
        label={t('fromUs.code')}
        hint={t('fromUs.hint', { example: showMessageCode(exampleCode) })}
        problem={problemOf('code')}
        value={entered['code']}
        autoComplete="off"
      />
    );
  },
  async After({ locale }) {
    const t = await getTranslations({ locale, namespace: 'messages' });
    return (
      <>
        <NobodySells locale={locale} />
        <LineLink href={`/${locale}/report-seller`}>{t('fromUs.report')}</LineLink>
      </>
    );
  },
};
