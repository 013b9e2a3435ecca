import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Address } from '#app/_ui/address/address.tsx';
import { Unsaid } from '#app/_ui/listen/unsaid.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import { type Locale, localeFacts } from '#core/language/locales.ts';
import type { Instant } from '#core/time/instant.ts';
import { dayIn } from '#core/time/zone.ts';
import type { MyData } from '#server/services/my-data.ts';
import { mexicoCity } from '../_way/screen-policy.ts';

type Props = { readonly locale: Locale; readonly data: MyData };

/** Her ways in, and what is counted about them. */
export async function AccountPart({ locale, data }: Props) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'myData' }), getWords(locale)]);
  const { email, codeMadeAt, createdAt, language, sessions } = data.account;
  const day = (at: Instant) => words.date(dayIn(at, mexicoCity));
  const asked = data.records['device_registrations']?.length ?? 0;
  const name = language in localeFacts ? localeFacts[language as Locale].name : language;
  return (
    <Stack isClose>
      <h2>{t('account.title')}</h2>
      <SummaryList
        rows={[
          ...(email === null ? [] : [{ term: t('account.email'), value: <Address>{email}</Address> }]),
          ...(codeMadeAt === null
            ? []
            : [{ term: t('account.code'), value: t('account.codeSince', { day: day(codeMadeAt) }) }]),
          { term: t('account.since'), value: day(createdAt) },
          {
            term: t('account.language'),
            value: (
              <Unsaid>
                <span lang={language}>{name}</span>
              </Unsaid>
            ),
          },
          { term: t('account.sessions'), value: words.number(sessions) },
          { term: t('account.devices'), value: words.number(asked) },
        ]}
      />
    </Stack>
  );
}
