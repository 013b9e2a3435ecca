import { getTranslations } from 'next-intl/server';
import { Button, ButtonLink } from '#app/_ui/button/button.tsx';
import { FileField } from '#app/_ui/file-field/file-field.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { isDemonstration } from '#app/_ui/shell/shell.tsx';
import { goesOnWithoutPhoto } from '#core/registration/answers.ts';
import type { FormDefinition } from './form-definition.ts';
import { SandboxWishes } from './sandbox-wishes.tsx';

export const photoForm: FormDefinition = {
  path: 'register/photo',
  action: '/api/registration/photo',
  isMultipart: true,
  step: 'photo',
  async words(locale, who, answers) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const member = await getTranslations({ locale, namespace: 'group' });
    const common = await getTranslations({ locale, namespace: 'common' });
    return {
      title: who === 'member' ? member('photo.title') : t('photo.title'),
      lead: who === 'member' ? member('photo.hint') : t('photo.hint'),
      ...(!answers.hasPhoto && goesOnWithoutPhoto(answers)
        ? { button: t('photo.waits.another'), look: 'second' as const }
        : { button: common('continue') }),
      labels: { photo: who === 'member' ? member('photo.label') : t('photo.label') },
    };
  },
  async Fields({ locale, who, answers, entered, standing, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const member = await getTranslations({ locale, namespace: 'group' });
    const common = await getTranslations({ locale, namespace: 'common' });
    const problem = await getTranslations({ locale, namespace: 'problem' });
    const isMember = who === 'member';
    const all = standing?.step === 'joined' ? 'my-data' : isMember ? 'register/group' : 'register/check';
    return (
      <>
        {answers.hasPhoto ? (
          <Notice look="good">
            <p>{isMember ? member('photo.have') : t('photo.have')}</p>
            <ButtonLink look="second" href={`/${locale}/${all}`}>
              {t('photo.keep')}
            </ButtonLink>
          </Notice>
        ) : null}
        {!answers.hasPhoto && goesOnWithoutPhoto(answers) ? (
          <Notice look="wait" title={answers.photoWaits ? t('photo.waits.title') : problem('field.no-photo')}>
            <p>{t('photo.waits.what')}</p>
            <Button>{common('continue')}</Button>
          </Notice>
        ) : null}
        <ul>
          <li>{isMember ? member('photo.face') : t('photo.face')}</li>
          <li>{isMember ? member('photo.light') : t('photo.light')}</li>
          <li>{t('photo.alone')}</li>
          {isMember ? <li>{member('photo.baby')}</li> : null}
        </ul>
        <FileField
          name="photo"
          label={isMember ? member('photo.label') : t('photo.label')}
          problem={problemOf('photo')}
          button={common('photo.choose')}
          chosen={common('photo.chosen')}
          preview={common('photo.preview')}
        />
        {isDemonstration ? <SandboxWishes locale={locale} value={entered['sandboxWish']} /> : null}
      </>
    );
  },
};
