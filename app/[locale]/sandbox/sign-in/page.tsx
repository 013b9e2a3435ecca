import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Address } from '#app/_ui/address/address.tsx';
import { Button, ButtonLink } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field/field.tsx';
import { Filled } from '#app/_ui/filled/filled.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { SandboxNotice } from '#app/_ui/notice/notice.tsx';
import { Card, Quiet, Stack } from '#app/_ui/panel/panel.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { services } from '#server/services.ts';
import { pageSession } from '#server/session-for-pages.ts';
import type { sandboxAccounts } from '#server/sign-in/sandbox/accounts.ts';
import { ProblemSummary } from '../../_problem/problem-summary.tsx';
import { fieldText } from '../../_problem/problem-text.ts';
import { type LocaleParams, pageLocale, queryOf, type SearchParams } from '../../_way/page-locale.ts';
import { personalTitle } from '../../_way/personal-title.ts';

export const dynamic = 'force-dynamic';

const path = 'sandbox/sign-in';
const exampleEmail = 'ana@puente.example';

/** The type makes sure that these are the sandbox provider's own. */
const accounts: typeof sandboxAccounts = [
  { email: 'maria@puente.example', role: 'applicant' },
  { email: 'operator@puente.example', role: 'operator' },
  { email: 'supervisor@puente.example', role: 'supervisor' },
  { email: 'second-supervisor@puente.example', role: 'supervisor' },
  { email: 'officer@puente.example', role: 'officer' },
];

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'sandbox' });
  return personalTitle(locale, 'sandbox/sign-in', t('signIn.title'));
}

/** The screen of the sandbox's sign-in provider, which asks for no password. */
export default async function SandboxSignIn(props: LocaleParams & SearchParams) {
  if (!services().sandboxes.includes('sign-in')) notFound();
  const [locale, uid, session] = await Promise.all([pageLocale(props), queryOf(props, 'uid'), pageSession()]);
  const t = await getTranslations({ locale, namespace: 'sandbox' });
  const problems = await getTranslations({ locale, namespace: 'problem' });
  const outcome = session.outcomeFor(path);
  const summary = outcome?.problem ? (
    <ProblemSummary
      locale={locale}
      problem={outcome.problem}
      labels={{ email: t('signIn.email') }}
      requestId={outcome.requestId}
    />
  ) : null;
  if (!uid) {
    return (
      <Shell locale={locale} page={path}>
        {summary}
        <Heading title={t('signIn.title')} />
        <p>{t('signIn.gone')}</p>
        <ButtonLink href={`/${locale}/sign-in`}>{problems('signIn')}</ButtonLink>
      </Shell>
    );
  }
  const page = `${path}?uid=${uid}`;
  const emailProblem = outcome?.problem?.fields?.find(({ field }) => field === 'email');
  const form = { locale, page, hidden: { uid } };
  return (
    <Shell locale={locale} page={page}>
      <SandboxNotice label={t('label')}>
        <p>{t('signIn.note')}</p>
      </SandboxNotice>
      {summary}
      <Heading title={t('signIn.title')} lead={t('signIn.what')} />
      <Stack>
        <h2>{t('signIn.list')}</h2>
        {accounts.map(({ email, role }) => (
          <PageForm {...form} key={email} action="/api/sandbox/sign-in">
            <Stack isClose>
              <input type="hidden" name="email" value={email} />
              <Button>
                <span>
                  <Filled text={t('signIn.as', { email: '{email}' })} parts={{ email: <Address>{email}</Address> }} />
                </span>
              </Button>
              <Quiet>{t(`signIn.${role}`)}</Quiet>
            </Stack>
          </PageForm>
        ))}
      </Stack>
      <Card>
        <h2>{t('signIn.other')}</h2>
        <PageForm {...form} action="/api/sandbox/sign-in">
          <Field
            name="email"
            type="email"
            inputMode="email"
            dir="ltr"
            label={t('signIn.email')}
            hint={t('signIn.otherHint', { example: exampleEmail })}
            problem={emailProblem && fieldText(problems, emailProblem)}
            value={outcome?.entered['email']}
            autoComplete="off"
          />
          <Button look="second">{t('signIn.button')}</Button>
        </PageForm>
      </Card>
      <PageForm {...form} action="/api/sandbox/sign-in/cancel">
        <Button look="second">{t('signIn.cancel')}</Button>
      </PageForm>
    </Shell>
  );
}
