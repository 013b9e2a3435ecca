import { getTranslations } from 'next-intl/server';
import { Field } from '#app/_ui/field/field.tsx';
import { screenQuestions } from '../_way/screen-policy.ts';
import type { FormDefinition } from './form-definition.ts';

/** One thing, from left to right, whatever is around it: isolated, and its blanks break no line. */
const examplePhone = '\u2066+52\u00a055\u00a01234\u00a05678\u2069';

export const phoneForm: FormDefinition = {
  path: 'register/phone',
  action: '/api/registration/phone',
  step: 'phone',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const common = await getTranslations({ locale, namespace: 'common' });
    return { title: t('phone.title'), button: common('continue'), labels: { phone: t('phone.label') } };
  },
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const common = await getTranslations({ locale, namespace: 'common' });
    return (
      <>
        <Field
          name="phone"
          type="tel"
          inputMode="tel"
          // A number reads from left to right in every script.
          dir="ltr"
          label={t('phone.label')}
          hint={t('phone.hint', { example: examplePhone })}
          problem={problemOf('phone')}
          value={entered['phone']}
          autoComplete="tel"
        />
        {screenQuestions().phone === 'optional' ? <p>{common('optional')}</p> : null}
        <p>{t('phone.why')}</p>
      </>
    );
  },
};
