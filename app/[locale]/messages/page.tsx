import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { KeptNote } from '#app/_pwa/line/kept-note.tsx';
import { Address } from '#app/_ui/address/address.tsx';
import { Button, LineLink } from '#app/_ui/button/button.tsx';
import { Choice } from '#app/_ui/choice/choice.tsx';
import { Filled } from '#app/_ui/filled/filled.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { BackLink, Heading } from '#app/_ui/heading/heading.tsx';
import { SandboxNotice } from '#app/_ui/notice/notice.tsx';
import { Card } from '#app/_ui/panel/panel.tsx';
import { services } from '#server/services.ts';
import { PushCard } from '../_messages/push-card.tsx';
import { SentList } from '../_messages/sent-list.tsx';
import { fieldText } from '../_problem/problem-text.ts';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { applicant } from '../_way/person.ts';
import { PersonalPage } from '../_way/personal-page.tsx';
import { personalTitle } from '../_way/personal-title.ts';

export const dynamic = 'force-dynamic';

const path = 'messages';
/** As `server/http/cookies.ts` names it. */
const deviceCookie = 'puente_device';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'messages' });
  return personalTitle(locale, path, t('title'));
}

/** How messages reach her, what they say to others, and what was sent. */
export default async function Messages(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session, accountId } = await applicant(locale);
  const deviceId = (await cookies()).get(deviceCookie)?.value;
  const [t, common, problems, sandbox, view] = await Promise.all([
    getTranslations({ locale, namespace: 'messages' }),
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'problem' }),
    getTranslations({ locale, namespace: 'sandbox' }),
    services().messages({ accountId, deviceId }),
  ]);
  const problem = session.outcomeFor(path)?.problem?.fields?.find(({ field }) => field === 'discreet');
  return (
    <PersonalPage locale={locale} path={path} session={session} labels={{ discreet: t('discreet.label') }}>
      <KeptNote locale={locale} />
      <BackLink href={`/${locale}/status`} text={common('back')} />
      <Heading title={t('title')} lead={t('lead')} />
      <Card>
        <h2>{t('email.title')}</h2>
        <p>
          {view.email === null ? (
            t('email.none')
          ) : (
            <Filled text={t('email.to', { email: '{email}' })} parts={{ email: <Address>{view.email}</Address> }} />
          )}
        </p>
        {services().sandboxes.includes('notify') ? (
          <SandboxNotice label={sandbox('label')}>
            <p>{sandbox('notify')}</p>
            <LineLink href={`/${locale}/sandbox/mailbox`}>{sandbox('mailbox.link')}</LineLink>
          </SandboxNotice>
        ) : null}
      </Card>
      <PushCard locale={locale} push={view.push} />
      <Card>
        <h2>{t('discreet.title')}</h2>
        <PageForm locale={locale} page={path} action="/api/messages/discretion">
          <Choice
            name="discreet"
            label={t('discreet.label')}
            options={[
              { value: 'no', label: t('discreet.full') },
              { value: 'yes', label: t('discreet.short') },
            ]}
            problem={problem && fieldText(problems, problem)}
            value={view.isDiscreet ? 'yes' : 'no'}
          />
          <Button look="second">{t('discreet.button')}</Button>
        </PageForm>
      </Card>
      {view.canTest ? (
        <Card>
          <h2>{t('test.title')}</h2>
          <p>{t('test.why')}</p>
          <PageForm locale={locale} page={path} action="/api/messages/test">
            <Button look="second">{t('test.button')}</Button>
          </PageForm>
        </Card>
      ) : null}
      <SentList locale={locale} sent={view.sent} />
      <LineLink href={`/${locale}/is-it-from-us`}>{t('fromUs.title')}</LineLink>
    </PersonalPage>
  );
}
