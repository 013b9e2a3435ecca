import { getTranslations } from 'next-intl/server';
import { Choice } from '#app/_ui/choice/choice.tsx';
import { SandboxNotice } from '#app/_ui/notice/notice.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { sandboxWishes } from '#server/presence/contract.ts';

/** The type makes sure that these are the sandbox's own. */
const wishes: typeof sandboxWishes = ['match', 'unsure', 'miss', 'busy', 'down'];

type Props = { readonly locale: Locale; readonly value: string | undefined };

/** What the double of the photo check is to say. */
export async function SandboxWishes({ locale, value }: Props) {
  const t = await getTranslations({ locale, namespace: 'sandbox' });
  return (
    <SandboxNotice label={t('label')}>
      <p>{t('presence.note')}</p>
      <Choice
        name="sandboxWish"
        label={t('presence.question')}
        options={wishes.map((wish) => ({ value: wish, label: t(`presence.${wish}`) }))}
        value={value ?? 'match'}
      />
    </SandboxNotice>
  );
}
