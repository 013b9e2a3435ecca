import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Card, Quiet, Stack } from '#app/_ui/panel/panel.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { MessagesView } from '#server/services/messages.ts';
import { mexicoCity } from '../_way/screen-policy.ts';

type Props = { readonly locale: Locale; readonly sent: MessagesView['sent'] };

/** What was sent to her, when, and what became of it on each way to her. */
export async function SentList({ locale, sent }: Props) {
  const [t, notice, words] = await Promise.all([
    getTranslations({ locale, namespace: 'messages' }),
    getTranslations({ locale, namespace: 'notice' }),
    getWords(locale),
  ]);
  return (
    <Stack isClose>
      <h2>{t('sent.title')}</h2>
      {sent.length === 0 ? <p>{t('sent.none')}</p> : null}
      {sent.map(({ id, kind, at, ways }) => (
        <Card key={id}>
          <h3>{notice(`${kind}.subject`)}</h3>
          <p>{t('sent.at', { when: words.dateTime(at, mexicoCity) })}</p>
          {ways.length === 0 ? <p>{t('sent.noWay')}</p> : null}
          {ways.map(({ id: way, channel, state }) => (
            <p key={way}>{t('sent.way', { channel: t(`sent.channel.${channel}`), state: t(`sent.state.${state}`) })}</p>
          ))}
        </Card>
      ))}
      {sent.length === 0 ? null : <Quiet>{t('sent.kept')}</Quiet>}
    </Stack>
  );
}
