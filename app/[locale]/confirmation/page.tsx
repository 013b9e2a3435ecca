import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { getCalendarWords, getWords } from '#app/_i18n/words.ts';
import { KeptNote } from '#app/_pwa/line/kept-note.tsx';
import { ButtonLink, LineLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Beside, Code, Quiet, ScriptedOnly, Stack, Unprinted } from '#app/_ui/panel/panel.tsx';
import { PhoneTime } from '#app/_ui/phone-time/phone-time.tsx';
import { PrintButton } from '#app/_ui/print-button/print-button.tsx';
import { Qr } from '#app/_ui/qr/qr.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import { showCode } from '#core/offer/code.ts';
import { portOf } from '#core/policy/ports.ts';
import { services } from '#server/services.ts';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { signedIn } from '../_way/person.ts';
import { PersonalPage } from '../_way/personal-page.tsx';
import { personalTitle } from '../_way/personal-title.ts';
import { portAcross, portEntrance, portName } from '../_way/port-name.ts';
import { PersonNames } from './person-names.tsx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'confirmation' });
  return personalTitle(locale, 'confirmation', t('title'));
}

/** The same facts are on paper, which can't be pressed: `server/paper/confirmation-text.ts`. */
export default async function Confirmation(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session, accountId } = await signedIn(locale);
  const found = await services().confirmation(accountId);
  if (!found) redirect(`/${locale}/status`);
  const { port: portCode, portZone, slot, startsAt, size, code, proof } = found.appointment;
  const [t, common, appointment, port, words, calendar] = await Promise.all([
    getTranslations({ locale, namespace: 'confirmation' }),
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'appointment' }),
    getTranslations({ locale, namespace: 'port' }),
    getWords(locale),
    getCalendarWords(locale),
  ]);
  const { address } = portOf(portCode);
  return (
    <PersonalPage locale={locale} path="confirmation" session={session}>
      <KeptNote locale={locale} />
      <Heading title={t('title')} lead={t('what')} />
      <Beside>
        <Stack isClose>
          <SummaryList
            rows={[
              { term: t('when'), value: common('time.atPort', { when: words.slot(slot) }) },
              { term: t('port'), value: portName(port, portCode) },
              { term: t('people'), value: words.number(size) },
            ]}
          />
          <Unprinted>
            <PhoneTime
              at={startsAt}
              portZone={portZone}
              words={calendar}
              text={common('time.onPhone', { when: '{when}' })}
            />
          </Unprinted>
        </Stack>
        <Stack isClose>
          <Qr text={proof} label={t('qr', { code: showCode(code) })} />
          <h2>{t('code')}</h2>
          <Code>{showCode(code)}</Code>
          <Quiet>{t('codeHint')}</Quiet>
        </Stack>
      </Beside>
      <Stack isClose>
        <SummaryList
          rows={[
            { term: t('across'), value: portAcross(port, portCode) },
            { term: t('where'), value: portEntrance(port, portCode) },
            { term: t('address'), value: <bdi dir="ltr">{address.text}</bdi> },
          ]}
        />
        {address.isMadeUp ? <Quiet>{t('madeUp')}</Quiet> : null}
      </Stack>
      <Stack isClose>
        <h2>{t('who')}</h2>
        <PersonNames people={found.people} />
      </Stack>
      <Unprinted>
        <ButtonLink href={`/api/confirmation.pdf?locale=${locale}`}>{t('download')}</ButtonLink>
        <Quiet>{t('downloadHint')}</Quiet>
        <p>{t('print')}</p>
        <ScriptedOnly>
          <PrintButton text={t('printButton')} />
        </ScriptedOnly>
      </Unprinted>
      <Stack isClose>
        <h2>{t('bring.title')}</h2>
        <ul>
          <li>{t('bring.proof')}</li>
          <li>{t('bring.document')}</li>
          <li>{t('bring.time')}</li>
        </ul>
      </Stack>
      <Stack isClose>
        <h2>{t('happens.title')}</h2>
        <ol>
          <li>{t('happens.show')}</li>
          <li>{t('happens.check')}</li>
          <li>{t('happens.wait')}</li>
        </ol>
      </Stack>
      <Stack isClose>
        <h2>{t('change.title')}</h2>
        <p>{t('change.give')}</p>
        <Unprinted>
          <LineLink href={`/${locale}/appointment/cancel`}>{appointment('cancel.link')}</LineLink>
        </Unprinted>
      </Stack>
      <Notice look="wait">
        <p>{t('warning')}</p>
      </Notice>
      <Quiet>{t('draw', { hash: found.announcementHash })}</Quiet>
    </PersonalPage>
  );
}
