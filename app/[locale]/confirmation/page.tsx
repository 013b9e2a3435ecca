import { getTranslations } from 'next-intl/server';
import { getCalendarWords, getWords } from '#app/_i18n/words.ts';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Code, Quiet, ScriptedOnly, Stack, Unprinted } from '#app/_ui/panel/panel.tsx';
import { PhoneTime } from '#app/_ui/phone-time/phone-time.tsx';
import { PrintButton } from '#app/_ui/print-button/print-button.tsx';
import { Qr } from '#app/_ui/qr/qr.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import { showCode } from '#core/offer/code.ts';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { standingAt } from '../_way/person.ts';
import { PersonalPage } from '../_way/personal-page.tsx';
import { personalTitle } from '../_way/personal-title.ts';
import { portAcross, portName } from '../_way/port-name.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'confirmation' });
  return personalTitle(locale, 'confirmation', t('title'));
}

export default async function Confirmation(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session, standing } = await standingAt(locale, ['booked']);
  const { port: portCode, portZone, slot, startsAt, size, code, proof } = standing.appointment;
  const [t, common, port, words, calendar] = await Promise.all([
    getTranslations({ locale, namespace: 'confirmation' }),
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'port' }),
    getWords(locale),
    getCalendarWords(locale),
  ]);
  return (
    <PersonalPage locale={locale} path="confirmation" session={session}>
      <Heading title={t('title')} lead={t('what')} />
      <SummaryList
        rows={[
          { term: t('port'), value: portName(port, portCode) },
          { term: t('across'), value: portAcross(port, portCode) },
          { term: t('when'), value: common('time.atPort', { when: words.slot(slot) }) },
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
      <Qr text={proof} label={t('qr', { code: showCode(code) })} />
      <Stack isClose>
        <h2>{t('code')}</h2>
        <Code>{showCode(code)}</Code>
        <Quiet>{t('codeHint')}</Quiet>
      </Stack>
      <Stack isClose>
        <h2>{t('bring.title')}</h2>
        <ul>
          <li>{t('bring.proof')}</li>
          <li>{t('bring.document')}</li>
          <li>{t('bring.time')}</li>
        </ul>
      </Stack>
      <Notice look="wait">
        <p>{t('warning')}</p>
      </Notice>
      <Unprinted>
        <p>{t('print')}</p>
        <ScriptedOnly>
          <PrintButton text={t('printButton')} />
        </ScriptedOnly>
      </Unprinted>
    </PersonalPage>
  );
}
