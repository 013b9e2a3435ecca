import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Card, Code, Stack, Unprinted } from '#app/_ui/panel/panel.tsx';
import { codeGroups } from '#core/identity/recovery-code.ts';
import { services } from '#server/services.ts';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { signedIn } from '../../_way/person.ts';
import { PersonalPage } from '../../_way/personal-page.tsx';
import { personalTitle } from '../../_way/personal-title.ts';
import { PrintStep } from '../../_way/print-step.tsx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'account' });
  return personalTitle(locale, 'account/code', t('code.title'));
}

/** Shown in the session that made it, as often as she likes, until she has proved that she kept it. */
export default async function AccountCode(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session } = await signedIn(locale);
  const code = session.tokenHash && (await services().shownCode(session.tokenHash));
  if (!code) redirect(`/${locale}/account`);
  const t = await getTranslations({ locale, namespace: 'account' });
  return (
    <PersonalPage locale={locale} path="account/code" session={session}>
      <Heading title={t('code.title')} lead={t('code.what')} />
      <Card>
        <Code>{codeGroups(code).join(' ')}</Code>
      </Card>
      <Unprinted>
        <ButtonLink href={`/${locale}/account/code-check`}>{t('code.button')}</ButtonLink>
        <PrintStep locale={locale} text={t('code.printButton')} />
      </Unprinted>
      <Stack isClose>
        <h2>{t('code.for.title')}</h2>
        <p>{t('code.for.phone')}</p>
        <p>{t('code.for.date')}</p>
      </Stack>
      <Stack isClose>
        <h2>{t('code.lost.title')}</h2>
        <p>{t('code.lost.what')}</p>
      </Stack>
      <Notice look="wait">
        <p>{t('code.secret')}</p>
      </Notice>
    </PersonalPage>
  );
}
