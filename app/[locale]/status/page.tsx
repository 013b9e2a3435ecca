import { getTranslations } from 'next-intl/server';
import { KeptNote } from '#app/_pwa/line/kept-note.tsx';
import { LineLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { InstallOffer } from '#app/_ui/install-offer/install-offer.tsx';
import { SandboxNotice } from '#app/_ui/notice/notice.tsx';
import { services } from '#server/services.ts';
import { GiveBackLink, MovedNote } from '../_status/appointment-note.tsx';
import { AssistanceNote } from '../_status/assistance-note.tsx';
import { DrawLineNote } from '../_status/draw-line-note.tsx';
import { StandingRequestPanel } from '../_status/standing-request-panel.tsx';
import { StandingView } from '../_status/standing-view.tsx';
import { WhatHappened } from '../_status/what-happened.tsx';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { applicant } from '../_way/person.ts';
import { PersonalPage } from '../_way/personal-page.tsx';
import { personalTitle } from '../_way/personal-title.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'standing' });
  return personalTitle(locale, 'status', t('title'));
}

export default async function Status(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session, standing, accountId } = await applicant(locale);
  const [t, sandbox, messages, install] = await Promise.all([
    getTranslations({ locale, namespace: 'standing' }),
    getTranslations({ locale, namespace: 'sandbox' }),
    getTranslations({ locale, namespace: 'messages' }),
    getTranslations({ locale, namespace: 'install' }),
  ]);
  return (
    <PersonalPage locale={locale} path="status" session={session}>
      <KeptNote locale={locale} />
      <Heading title={t('title')} />
      {standing.step === 'booked' && !standing.isOver ? (
        <MovedNote locale={locale} accountId={accountId} appointment={standing.appointment} />
      ) : null}
      <StandingView locale={locale} accountId={accountId} standing={standing} />
      {standing.step === 'booked' && !standing.isOver ? <GiveBackLink locale={locale} /> : null}
      <DrawLineNote locale={locale} accountId={accountId} standing={standing} />
      <StandingRequestPanel locale={locale} accountId={accountId} standing={standing} />
      <AssistanceNote locale={locale} accountId={accountId} standing={standing} />
      <WhatHappened locale={locale} accountId={accountId} />
      {services().sandboxes.includes('notify') && standing.step !== 'registering' ? (
        <SandboxNotice label={sandbox('label')}>
          <p>{sandbox('notify')}</p>
        </SandboxNotice>
      ) : null}
      <LineLink href={`/${locale}/messages`}>{messages('title')}</LineLink>
      {standing.step === 'registering' ? null : (
        <InstallOffer
          words={{
            title: install('title'),
            what: install('what'),
            install: install('install'),
            notNow: install('notNow'),
            share: install('share'),
            add: install('add'),
          }}
        />
      )}
    </PersonalPage>
  );
}
