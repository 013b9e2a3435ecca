import { getTranslations } from 'next-intl/server';
import { Field } from '#app/_ui/field/field.tsx';
import { Card } from '#app/_ui/panel/panel.tsx';
import { screenPolicy } from '../_way/screen-policy.ts';
import type { FormDefinition } from './form-definition.ts';

export const nameForm: FormDefinition = {
  path: 'register/name',
  action: '/api/registration/name',
  back: 'register/language',
  step: 'name',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const common = await getTranslations({ locale, namespace: 'common' });
    return {
      title: t('name.title'),
      lead: t('name.hint'),
      button: common('continue'),
      labels: {
        givenNames: t('name.givenNames'),
        familyNames: t('name.familyNames'),
        nativeGivenNames: t('name.nativeGivenNames'),
        nativeFamilyNames: t('name.nativeFamilyNames'),
      },
    };
  },
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    // Names are no words: spelling and capitals are the person's own.
    const name = { autoCapitalize: 'words', spellCheck: false } as const;
    return (
      <>
        <Field
          {...name}
          name="givenNames"
          label={t('name.givenNames')}
          hint={t('name.givenNamesHint')}
          problem={problemOf('givenNames')}
          value={entered['givenNames']}
          autoComplete="given-name"
        />
        <Field
          {...name}
          name="familyNames"
          label={t('name.familyNames')}
          hint={t('name.familyNamesHint')}
          problem={problemOf('familyNames')}
          value={entered['familyNames']}
          autoComplete="family-name"
        />
        {screenPolicy.questions.nativeNames === 'optional' ? (
          <Card>
            <h2>{t('name.native')}</h2>
            <p>{t('name.nativeHint')}</p>
            <Field
              {...name}
              name="nativeGivenNames"
              label={t('name.nativeGivenNames')}
              problem={problemOf('nativeGivenNames')}
              value={entered['nativeGivenNames']}
              autoComplete="off"
              dir="auto"
            />
            <Field
              {...name}
              name="nativeFamilyNames"
              label={t('name.nativeFamilyNames')}
              problem={problemOf('nativeFamilyNames')}
              value={entered['nativeFamilyNames']}
              autoComplete="off"
              dir="auto"
            />
          </Card>
        ) : null}
      </>
    );
  },
};
