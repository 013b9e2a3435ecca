import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import { getWords } from '#app/_i18n/words.ts';
import { Button, LineLink } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Quiet, Stack, Unprinted } from '#app/_ui/panel/panel.tsx';
import { nameInFull } from '#core/language/name-in-full.ts';
import { services } from '#server/services.ts';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { applicant } from '../_way/person.ts';
import { PersonalPage } from '../_way/personal-page.tsx';
import { personalTitle } from '../_way/personal-title.ts';
import { PrintStep } from '../_way/print-step.tsx';
import { mexicoCity } from '../_way/screen-policy.ts';
import { AccountPart } from './account-part.tsx';
import { happened, noticed } from './happened.ts';
import { PersonPart } from './person-data.tsx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'myData' });
  return personalTitle(locale, 'my-data', t('title'));
}

/** Everything held about her, in words; the same to save, to correct, to print and to delete. */
export default async function MyDataPage(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session, accountId } = await applicant(locale);
  const [t, port, review, words, data] = await Promise.all([
    getTranslations({ locale, namespace: 'myData' }),
    getTranslations({ locale, namespace: 'port' }),
    getTranslations({ locale, namespace: 'review' }),
    getWords(locale),
    services().myData(accountId),
  ]);
  const way = happened(data, { t, port, review });
  const marks = noticed(data, t);
  const names = new Map<string, string>(
    data.people.map(({ id, answers }) => [id, nameInFull(answers.givenNames ?? '', answers.familyNames ?? '')]),
  );
  return (
    <PersonalPage locale={locale} path="my-data" session={session}>
      <Heading title={t('title')} lead={t('lead')} />
      <AccountPart locale={locale} data={data} />
      {data.people.map((person) => (
        <PersonPart key={person.id} locale={locale} person={person} state={data.registration?.state} names={names} />
      ))}
      {way.length === 0 ? null : (
        <Stack isClose>
          <h2>{t('way.title')}</h2>
          <ol>
            {way.map(({ what, said, at }, position) => (
              <li key={`${position} ${what}`}>
                {what}
                {said.map(({ label, text }) => (
                  <Fragment key={label}>
                    {label === null ? null : <Quiet>{label}</Quiet>}
                    <p dir="auto">{text}</p>
                  </Fragment>
                ))}
                <Quiet>{words.dateTime(at, mexicoCity)}</Quiet>
              </li>
            ))}
          </ol>
        </Stack>
      )}
      <Stack isClose>
        <h2>{t('seen.title')}</h2>
        <p>{t('seen.what')}</p>
        {marks.length === 0 ? (
          <p>{t('seen.none')}</p>
        ) : (
          <ul>
            {marks.map((mark) => (
              <li key={mark}>{mark}</li>
            ))}
          </ul>
        )}
        {data.places.length === 0 ? null : <p>{t('seen.places', { countText: words.number(data.places.length) })}</p>}
      </Stack>
      <Unprinted>
        <h2>{t('file.title')}</h2>
        <p>{t('file.what')}</p>
        <PageForm locale={locale} page="my-data" action="/api/my-data/export">
          <Button>{t('file.button')}</Button>
        </PageForm>
        <PrintStep locale={locale} text={t('file.print')} />
        <LineLink href={`/${locale}/my-data/delete`}>{t('file.delete')}</LineLink>
      </Unprinted>
    </PersonalPage>
  );
}
