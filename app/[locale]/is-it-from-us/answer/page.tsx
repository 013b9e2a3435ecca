import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { getWords } from '#app/_i18n/words.ts';
import { ButtonLink, LineLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import type { Locale } from '#core/language/locales.ts';
import { dayIn } from '#core/time/zone.ts';
import { services } from '#server/services.ts';
import { NobodySells } from '../../_messages/nobody-sells.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { pageTitle } from '../../_way/page-title.ts';
import { mexicoCity } from '../../_way/screen-policy.ts';

export const dynamic = 'force-dynamic';

/** As `server/http/cookies.ts` names it. */
const answerCookie = 'puente_answer';

/** What the server sealed into her browser a moment ago: nobody else can make this page say yes. */
const answerFor = cache(async (locale: Locale) => {
  const answer = services().messageAnswer((await cookies()).get(answerCookie)?.value);
  if (answer === undefined) redirect(`/${locale}/is-it-from-us`);
  return answer;
});

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const [t, answer] = [await getTranslations({ locale, namespace: 'messages' }), await answerFor(locale)];
  return pageTitle(locale, answer ? t('answer.yes.title') : t('answer.no.title'));
}

export default async function MessageAnswer(props: LocaleParams) {
  const locale = await pageLocale(props);
  const answer = await answerFor(locale);
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'messages' }), getWords(locale)]);
  const report = `/${locale}/report-seller`;
  return (
    <Shell locale={locale} page="is-it-from-us" reported="is-it-from-us/answer">
      {answer ? (
        <>
          <Heading
            title={t('answer.yes.title')}
            lead={t('answer.yes.what', { day: words.date(dayIn(answer.sentAt, mexicoCity)) })}
          />
          <p>{t('answer.yes.about', { topic: t(`about.${answer.topic}`) })}</p>
          <p>{t('answer.yes.care')}</p>
          <NobodySells locale={locale} />
          <LineLink href={report}>{t('fromUs.report')}</LineLink>
        </>
      ) : (
        <>
          <Heading title={t('answer.no.title')} lead={t('answer.no.what')} />
          <p>{t('answer.no.next')}</p>
          <ButtonLink href={report}>{t('fromUs.report')}</ButtonLink>
          <NobodySells locale={locale} />
        </>
      )}
      <LineLink href={`/${locale}/is-it-from-us`}>{t('fromUs.again')}</LineLink>
    </Shell>
  );
}
