import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { CheckBox } from '#app/_ui/choice/choice.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import type { FormDefinition } from './form-definition.ts';

/** Says what goes and what stays; the tick is the second press. */
export const deleteForm: FormDefinition = {
  path: 'my-data/delete',
  action: '/api/my-data/delete',
  back: 'my-data',
  isGrave: true,
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'myData' });
    return { title: t('delete.title'), button: t('delete.button'), labels: { delete: t('delete.tick') } };
  },
  async Fields({ locale, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'myData' });
    return (
      <>
        <Stack isClose>
          <h2>{t('delete.goes.title')}</h2>
          <ul>
            <li>{t('delete.goes.account')}</li>
            <li>{t('delete.goes.answers')}</li>
            <li>{t('delete.goes.place')}</li>
            <li>{t('delete.goes.date')}</li>
          </ul>
        </Stack>
        <Stack isClose>
          <h2>{t('delete.stays.title')}</h2>
          <ul>
            <li>{t('delete.stays.draw')}</li>
            <li>{t('delete.stays.log')}</li>
            <li>{t('delete.stays.day')}</li>
          </ul>
        </Stack>
        <CheckBox name="delete" value="yes" label={t('delete.tick')} problem={problemOf('delete')} />
      </>
    );
  },
  async After({ locale }) {
    const t = await getTranslations({ locale, namespace: 'myData' });
    return (
      <ButtonLink look="second" href={`/${locale}/my-data`}>
        {t('delete.back')}
      </ButtonLink>
    );
  },
};
