import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Button, ButtonLink } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Quiet } from '#app/_ui/panel/panel.tsx';
import type { Locale } from '#core/language/locales.ts';
import { dayIn } from '#core/time/zone.ts';
import type { GroupView } from '#server/services/group.ts';
import { services } from '#server/services.ts';
import { Gone } from '../../_group/gone.tsx';
import { isDraft, isMissing, PersonCard } from '../../_group/person-card.tsx';
import { ShownCode } from '../../_group/shown-code.tsx';
import { JoinAndSplit } from '../../_group/ways.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { applicant } from '../../_way/person.ts';
import { PersonalPage } from '../../_way/personal-page.tsx';
import { personalTitle } from '../../_way/personal-title.ts';
import { mexicoCity } from '../../_way/screen-policy.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'group' });
  return personalTitle(locale, 'register/group', t('title'));
}

/** Everybody of the group, and what can be done with it. */
export default async function Group(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session, accountId } = await applicant(locale);
  const group = await services().group(accountId);
  // Nothing is known of herself yet, or her people are in another group.
  if (!group || group.people.length === 0) redirect(`/${locale}/status`);
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'group' }), getWords(locale)]);
  const { isRegistered, hold, people, registeredAt } = group;
  const outcome = session.outcomeFor('register/group');
  // One thing to press at a time: first whoever is not ready, then the way on.
  const first = people.find((person) => (isMissing(person) && !person.isHead) || isDraft(person, isRegistered));
  return (
    <PersonalPage locale={locale} path="register/group" session={session}>
      <Heading title={t('title')} lead={isRegistered ? t(`hold.${hold}`) : t('lead')} />
      {isRegistered && registeredAt !== null ? (
        <Quiet>{t('date', { day: words.date(dayIn(registeredAt, mexicoCity)) })}</Quiet>
      ) : null}
      <ShownCode locale={locale} outcome={outcome} />
      {people.map((person) => (
        <PersonCard
          key={person.id}
          locale={locale}
          person={person}
          isRegistered={isRegistered}
          isNext={person === first}
        />
      ))}
      <Add locale={locale} group={group} />
      {outcome?.entered['kind'] === 'hand-over' ? null : <Gone locale={locale} gone={group.gone} />}
      <JoinAndSplit locale={locale} group={group} />
      {isRegistered ? (
        <ButtonLink look="second" href={`/${locale}/status`}>
          {t('back')}
        </ButtonLink>
      ) : (
        <ButtonLink look={first ? 'second' : 'first'} href={`/${locale}/register/terms`}>
          {t('continue')}
        </ButtonLink>
      )}
    </PersonalPage>
  );
}

async function Add({ locale, group }: { readonly locale: Locale; readonly group: GroupView }) {
  const { hold, people, limit } = group;
  const t = await getTranslations({ locale, namespace: 'group' });
  if (hold === 'frozen') return null;
  if (people.length >= limit) return <p>{t('full', { limit: String(limit) })}</p>;
  return (
    <PageForm locale={locale} page="register/group" action="/api/registration/people">
      <Button look="second">{hold === 'booked' ? t('addBaby') : t('add')}</Button>
    </PageForm>
  );
}
