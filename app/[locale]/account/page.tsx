import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { SharedPhone } from '#app/_pwa/shared-phone/shared-phone.tsx';
import { Address } from '#app/_ui/address/address.tsx';
import { Button, ButtonLink } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Card, Stack } from '#app/_ui/panel/panel.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import { dayIn } from '#core/time/zone.ts';
import { services } from '#server/services.ts';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { applicant } from '../_way/person.ts';
import { PersonalPage } from '../_way/personal-page.tsx';
import { personalTitle } from '../_way/personal-title.ts';
import { mexicoCity } from '../_way/screen-policy.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'account' });
  return personalTitle(locale, 'account', t('home.title'));
}

/** How she comes in, and what she can do about it. */
export default async function Account(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session, accountId } = await applicant(locale);
  const [t, words, account, shown] = await Promise.all([
    getTranslations({ locale, namespace: 'account' }),
    getWords(locale),
    services().account(accountId),
    session.tokenHash ? services().shownCode(session.tokenHash) : null,
  ]);
  const { email, codeMadeAt, devices } = account;
  const code =
    codeMadeAt === null ? t('home.codeNone') : t('home.codeSince', { day: words.date(dayIn(codeMadeAt, mexicoCity)) });
  return (
    <PersonalPage locale={locale} path="account" session={session}>
      <Heading title={t('home.title')} />
      {shown ? (
        <Notice look="wait" title={t('home.unkept.title')}>
          <p>{t('home.unkept.what')}</p>
          <ButtonLink href={`/${locale}/account/code`}>{t('home.unkept.button')}</ButtonLink>
        </Notice>
      ) : null}
      <Stack isClose>
        <h2>{t('home.how')}</h2>
        <SummaryList
          rows={[
            ...(email === null ? [] : [{ term: t('home.email'), value: <Address>{email}</Address> }]),
            { term: t('home.code'), value: code },
            ...(codeMadeAt === null
              ? []
              : [
                  {
                    term: t('home.where'),
                    value: t('home.devices', { count: devices, countText: words.number(devices) }),
                  },
                ]),
          ]}
        />
        {codeMadeAt === null ? null : <p>{t('code.for.phone')}</p>}
        <ButtonLink look="second" href={`/${locale}/account/new-code`}>
          {codeMadeAt === null ? t('home.make') : t('home.new')}
        </ButtonLink>
      </Stack>
      <Card>
        <h2>{t('home.data.title')}</h2>
        <p>{t('home.data.what')}</p>
        <ButtonLink look="second" href={`/${locale}/my-data`}>
          {t('home.data.button')}
        </ButtonLink>
      </Card>
      <SharedPhone locale={locale} />
      <Card>
        <h2>{t('home.everywhere.title')}</h2>
        <p>{t('home.everywhere.what')}</p>
        <PageForm locale={locale} page="account" action="/api/account/sign-out-everywhere">
          <Button look="second">{t('home.everywhere.button')}</Button>
        </PageForm>
      </Card>
    </PersonalPage>
  );
}
