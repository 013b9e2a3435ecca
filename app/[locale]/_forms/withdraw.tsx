import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Choice } from '#app/_ui/choice/choice.tsx';
import type { Withdrawal } from '#server/services/pool.ts';
import type { PersonForm } from './form-definition.ts';

const today: Withdrawal = 'today';
const all: Withdrawal = 'all';

/** Today's request, or asking each day as well: asked only where there are both. */
export const withdrawForm: PersonForm = {
  path: 'withdraw',
  action: '/api/request/withdraw',
  back: 'status',
  from: ['waiting', 'closed', 'registered'],
  // Who took today's back twice asked nothing about each day.
  fits: (standing, told) =>
    standing.step === 'waiting' || ('isStanding' in standing && standing.isStanding && told !== 'nothing-to-withdraw'),
  isGrave: true,
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'withdraw' });
    return { title: t('title'), button: t('button'), labels: { what: t('question') } };
  },
  async Fields({ locale, standing, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'withdraw' });
    const words = await getWords(locale);
    const day = standing?.step === 'waiting' ? words.day(standing.day) : null;
    const isStanding = standing !== null && 'isStanding' in standing && standing.isStanding;
    return (
      <>
        {day !== null && isStanding ? (
          <Choice
            name="what"
            label={t('question')}
            problem={problemOf('what')}
            options={[
              { value: today, label: t('today', { day }) },
              { value: all, label: t('all') },
            ]}
            value={today}
          />
        ) : (
          <>
            <p>{day === null ? t('standing') : t('what', { day })}</p>
            <input type="hidden" name="what" value={day === null ? all : today} />
          </>
        )}
        {standing?.step === 'waiting' ? <input type="hidden" name="day" value={standing.day} /> : null}
        <p>{t('keep')}</p>
      </>
    );
  },
  async After({ locale }) {
    const t = await getTranslations({ locale, namespace: 'withdraw' });
    return (
      <ButtonLink look="second" href={`/${locale}/status`}>
        {t('back')}
      </ButtonLink>
    );
  },
};
