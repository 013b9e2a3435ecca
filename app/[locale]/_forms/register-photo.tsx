import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { FileField } from '#app/_ui/file-field/file-field.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import type { FormDefinition } from './form-definition.ts';

export const photoForm: FormDefinition = {
  path: 'register/photo',
  action: '/api/registration/photo',
  isMultipart: true,
  back: 'register/phone',
  step: 'photo',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const common = await getTranslations({ locale, namespace: 'common' });
    return {
      title: t('photo.title'),
      lead: t('photo.hint'),
      button: common('continue'),
      labels: { photo: t('photo.label') },
    };
  },
  async Fields({ locale, standing, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const common = await getTranslations({ locale, namespace: 'common' });
    const hasPhoto = standing?.step === 'registering' && standing.answers.hasPhoto === true;
    return (
      <>
        {hasPhoto ? (
          <Notice look="good">
            <p>{t('photo.have')}</p>
            <ButtonLink look="second" href={`/${locale}/register/check`}>
              {t('photo.keep')}
            </ButtonLink>
          </Notice>
        ) : null}
        <ul>
          <li>{t('photo.face')}</li>
          <li>{t('photo.light')}</li>
          <li>{t('photo.alone')}</li>
        </ul>
        <FileField
          name="photo"
          label={t('photo.label')}
          problem={problemOf('photo')}
          button={common('photo.choose')}
          chosen={common('photo.chosen')}
          preview={common('photo.preview')}
        />
      </>
    );
  },
};
