import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Address } from '#app/_ui/address/address.tsx';
import { Filled } from '#app/_ui/filled/filled.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { SandboxNotice } from '#app/_ui/notice/notice.tsx';
import { Card, Quiet } from '#app/_ui/panel/panel.tsx';
import { isStaffRole } from '#core/staff/permissions.ts';
import { services } from '#server/services.ts';
import { MessageText } from '../../_messages/message-text.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { signedIn } from '../../_way/person.ts';
import { PersonalPage } from '../../_way/personal-page.tsx';
import { personalTitle } from '../../_way/personal-title.ts';
import { mexicoCity } from '../../_way/screen-policy.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'sandbox' });
  return personalTitle(locale, 'sandbox/mailbox', t('mailbox.title'));
}

/** What would have been sent: to her, or for staff to everybody. */
export default async function SandboxMailbox(props: LocaleParams) {
  if (!services().sandboxes.includes('notify')) notFound();
  const locale = await pageLocale(props);
  const { session, accountId } = await signedIn(locale);
  const [t, words, mails] = await Promise.all([
    getTranslations({ locale, namespace: 'sandbox' }),
    getWords(locale),
    services().mailbox({ accountId, isStaff: isStaffRole(session.role) }),
  ]);
  return (
    <PersonalPage locale={locale} path="sandbox/mailbox" session={session}>
      <SandboxNotice label={t('label')}>
        <p>{t('mailbox.note')}</p>
      </SandboxNotice>
      <Heading title={t('mailbox.title')} />
      {mails.length === 0 ? <p>{t('mailbox.none')}</p> : null}
      {mails.map((mail) => (
        <Card key={mail.id}>
          <MessageText mail={mail} />
          <Quiet>
            <Filled
              text={t('mailbox.to', { email: '{email}', when: words.dateTime(mail.at, mexicoCity) })}
              parts={{ email: <Address>{mail.to}</Address> }}
            />
          </Quiet>
        </Card>
      ))}
    </PersonalPage>
  );
}
