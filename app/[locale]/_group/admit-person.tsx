import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import type { Locale } from '#core/language/locales.ts';
import { dayIn } from '#core/time/zone.ts';
import type { GroupView, PersonView } from '#server/services/group.ts';
import { services } from '#server/services.ts';
import { mexicoCity } from '../_way/screen-policy.ts';

type Props = { readonly locale: Locale; readonly group: GroupView; readonly person: PersonView };

/** Somebody about whom all is answered: before she counts, the head is told what that does to the group's date. */
export async function AdmitPerson({ locale, group, person }: Props) {
  const t = await getTranslations({ locale, namespace: 'group' });
  const { hold } = group;
  if (hold === 'frozen' || (hold === 'booked' && !person.isNewborn)) {
    return (
      <Notice look="wait">
        <p>{t(hold === 'frozen' ? 'admit.frozen' : 'admit.onlyNewborn')}</p>
      </Notice>
    );
  }
  return (
    <Notice look="wait" title={t('admit.title')}>
      <p>{hold === 'booked' ? t('admit.booked') : await dateText(locale, group, person)}</p>
      <PageForm
        locale={locale}
        page={`register/person?person=${person.id}`}
        action="/api/registration/people/admit"
        hidden={{ person: person.id }}
      >
        <Button>{t('admit.button')}</Button>
      </PageForm>
    </Notice>
  );
}

async function dateText(locale: Locale, { registeredAt }: GroupView, { isAdult }: PersonView): Promise<string> {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'group' }), getWords(locale)]);
  const now = services().now();
  const day = words.date(dayIn(registeredAt ?? now, mexicoCity));
  const today = words.date(dayIn(now, mexicoCity));
  return isAdult && today !== day ? t('admit.adult', { day, today }) : t('admit.minor', { day });
}
