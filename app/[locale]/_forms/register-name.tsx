import { getTranslations } from 'next-intl/server';
import { Field } from '#app/_ui/field/field.tsx';
import { Card } from '#app/_ui/panel/panel.tsx';
import { screenQuestions } from '../_way/screen-policy.ts';
import type { FormDefinition } from './form-definition.ts';

export const nameForm: FormDefinition = {
  path: 'register/name',
  action: '/api/registration/name',
  step: 'name',
  async words(locale, who) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const member = await getTranslations({ locale, namespace: 'group' });
    const common = await getTranslations({ locale, namespace: 'common' });
    const isMember = who === 'member';
    return {
      title: isMember ? member('name.title') : t('name.title'),
      lead: isMember ? member('name.hint') : t('name.hint'),
      button: common('continue'),
      labels: {
        givenNames: t('name.givenNames'),
        familyNames: t('name.familyNames'),
        nativeGivenNames: isMember ? member('name.nativeGivenNames') : t('name.nativeGivenNames'),
        nativeFamilyNames: isMember ? member('name.nativeFamilyNames') : t('name.nativeFamilyNames'),
      },
    };
  },
  async Fields({ locale, who, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const member = await getTranslations({ locale, namespace: 'group' });
    const isMember = who === 'member';
    // Names are no words: spelling and capitals are the person's own.
    // In either alphabet, and a dot at the end ("Jr.") stays there, whatever the page's direction.
    const name = { autoCapitalize: 'words', spellCheck: false, dir: 'auto' } as const;
    return (
      <>
        <Field
          {...name}
          name="givenNames"
          label={t('name.givenNames')}
          hint={isMember ? member('name.givenNamesHint') : t('name.givenNamesHint')}
          problem={problemOf('givenNames')}
          value={entered['givenNames']}
          // The phone would fill in its owner's name.
          autoComplete={isMember ? 'off' : 'given-name'}
        />
        <Field
          {...name}
          name="familyNames"
          label={t('name.familyNames')}
          hint={isMember ? member('name.familyNamesHint') : t('name.familyNamesHint')}
          problem={problemOf('familyNames')}
          value={entered['familyNames']}
          autoComplete={isMember ? 'off' : 'family-name'}
        />
        {screenQuestions().nativeNames === 'optional' ? (
          <Card>
            <h2>{isMember ? member('name.native') : t('name.native')}</h2>
            <p>{isMember ? member('name.nativeHint') : t('name.nativeHint')}</p>
            <Field
              {...name}
              name="nativeGivenNames"
              label={isMember ? member('name.nativeGivenNames') : t('name.nativeGivenNames')}
              problem={problemOf('nativeGivenNames')}
              value={entered['nativeGivenNames']}
              autoComplete="off"
            />
            <Field
              {...name}
              name="nativeFamilyNames"
              label={isMember ? member('name.nativeFamilyNames') : t('name.nativeFamilyNames')}
              problem={problemOf('nativeFamilyNames')}
              value={entered['nativeFamilyNames']}
              autoComplete="off"
            />
          </Card>
        ) : null}
      </>
    );
  },
};
