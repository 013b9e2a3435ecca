import { getTranslations } from 'next-intl/server';
import type { Locale } from '#core/language/locales.ts';
import { pinWords } from '../pin/pin-words.ts';
import { Drafts } from './drafts.tsx';

type Props = {
  readonly locale: Locale;
  /** As the form names its page, such as `register/name`. */
  readonly page: string;
  /** When the server came to what it hands back on this page (milliseconds since 1970); null: it hands back nothing. */
  readonly handedBackAt: number | null;
  /** Something is wrong with it. */
  readonly isRefused: boolean;
};

/** Makes the form that it stands in one whose typing is kept on the phone until it was sent. */
export async function FormDraft({ locale, page, handedBackAt, isRefused }: Props) {
  const t = await getTranslations({ locale, namespace: 'draft' });
  return (
    <Drafts
      name={page}
      over={handedBackAt === null ? '' : String(handedBackAt)}
      isRefused={isRefused}
      phone={`/${locale}/phone#pin`}
      words={{
        back: t('back.what'),
        empty: t('back.button'),
        elsewhere: t('elsewhere.what'),
        show: t('elsewhere.button'),
        older: t('older.what'),
        showOlder: t('older.button'),
        closed: t('pin.closed'),
        pin: {
          ...pinWords(t, t('full')),
          open: t('pin.open'),
          remove: t('pin.remove'),
          removeBefore: t('pin.removeBefore'),
        },
        full: t('full'),
        denied: t('denied'),
        'no-line': t('noLine'),
        photo: t('photo'),
        gone: t('shared.gone'),
      }}
    />
  );
}
