import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { getWords } from '#app/_i18n/words.ts';
import { SandboxNotice } from '#app/_ui/notice/notice.tsx';
import { Unprinted } from '#app/_ui/panel/panel.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import type { Locale } from '#core/language/locales.ts';
import { services } from '#server/services.ts';
import type { PageSession } from '#server/session-for-pages.ts';
import { ProblemSummary } from '../_problem/problem-summary.tsx';
import { mexicoCity } from './screen-policy.ts';

type Props = {
  readonly locale: Locale;
  /** The page's path without its locale. */
  readonly path: string;
  readonly query?: string;
  readonly session: PageSession;
  readonly labels?: Readonly<Record<string, string>>;
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

/** What is around a page made for one person: what came of her last write on it, and which parts are a sandbox. */
export async function PersonalPage({ locale, path, query, session, labels = {}, isWide = false, children }: Props) {
  const outcome = session.outcomeFor(path);
  return (
    <Shell locale={locale} page={query ? `${path}?${query}` : path} isSignedIn isWide={isWide}>
      <ClockNotice locale={locale} />
      {outcome?.problem ? (
        <ProblemSummary locale={locale} problem={outcome.problem} labels={labels} requestId={outcome.requestId} />
      ) : null}
      {children}
    </Shell>
  );
}

async function ClockNotice({ locale }: { readonly locale: Locale }) {
  if (!services().sandboxes.includes('clock')) return null;
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'sandbox' }), getWords(locale)]);
  return (
    <Unprinted>
      <SandboxNotice label={t('label')}>
        <p>{t('clock', { now: words.dateTime(services().now(), mexicoCity) })}</p>
      </SandboxNotice>
    </Unprinted>
  );
}
