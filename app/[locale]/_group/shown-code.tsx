import { getTranslations } from 'next-intl/server';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Code } from '#app/_ui/panel/panel.tsx';
import { codeGroups } from '#core/identity/recovery-code.ts';
import type { Locale } from '#core/language/locales.ts';
import type { Outcome } from '#server/session.ts';

/** A code of this group that was just made. It is shown this once. */
export async function ShownCode({ locale, outcome }: { readonly locale: Locale; readonly outcome: Outcome | null }) {
  const { code, kind } = outcome?.entered ?? {};
  if (!code) return null;
  const t = await getTranslations({ locale, namespace: 'group' });
  return (
    <Notice look="good" title={kind === 'join' ? t('code.joinTitle') : t('code.splitTitle')}>
      <p>{kind === 'join' ? t('code.join') : t('code.split')}</p>
      <Code>{codeGroups(code).join(' ')}</Code>
      <p>{t('code.once')}</p>
    </Notice>
  );
}
