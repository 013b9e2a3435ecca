import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Choice } from '#app/_ui/choice/choice.tsx';
import { Unsaid } from '#app/_ui/listen/unsaid.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { services } from '#server/services.ts';
import { pageSession } from '#server/session-for-pages.ts';
import type { About, FormDefinition } from './form-definition.ts';

export const guardianForm: FormDefinition = {
  path: 'register/guardian',
  action: '/api/registration/guardian',
  back: 'register/group',
  step: 'guardian',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const common = await getTranslations({ locale, namespace: 'common' });
    return {
      title: t('guardian.title'),
      lead: t('guardian.hint'),
      button: common('continue'),
      labels: { guardian: t('guardian.label') },
    };
  },
  async Instead({ locale, about, standing }) {
    // Prerendered it is about nobody yet.
    if (!about || (await adultsFor(about)).length > 0) return null;
    const t = await getTranslations({ locale, namespace: 'register' });
    // Of the others in the group she is told nothing: who else can answer for the child, its head knows.
    if (standing?.step === 'joined')
      return (
        <Notice look="wait">
          <p>{t('guardian.guest')}</p>
        </Notice>
      );
    return (
      <Notice look="wait">
        <p>{t('guardian.none')}</p>
        <ButtonLink href={`/${locale}/register/group`}>{t('guardian.group')}</ButtonLink>
      </Notice>
    );
  },
  async Fields({ locale, about, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const adults = await adultsFor(about);
    return (
      <Choice
        name="guardian"
        label={t('guardian.label')}
        problem={problemOf('guardian')}
        options={adults.map(({ id, name, isHead }) => ({
          value: id,
          label: <Unsaid>{isHead ? t('guardian.me', { name }) : name}</Unsaid>,
        }))}
        // One adult alone: nothing to think about.
        value={entered['guardian'] || (adults.length === 1 ? adults[0]?.id : undefined)}
      />
    );
  },
};

/** Who can answer for her. */
async function adultsFor(about: About | null) {
  const { accountId } = await pageSession();
  return accountId && about ? await services().guardians(accountId, about.person) : [];
}
