import type { ReactNode } from 'react';
import { Shell } from '#app/_ui/shell/shell.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { PageSession } from '#server/session-for-pages.ts';
import { ProblemSummary } from '../_problem/problem-summary.tsx';
import { ClockNotice } from './clock-notice.tsx';
import { outcomeAbout } from './outcome-about.ts';

type Props = {
  readonly locale: Locale;
  /** The page's path without its locale. */
  readonly path: string;
  readonly query?: string;
  readonly session: PageSession;
  /** Of a page about one of several: what came of a write about another isn't told here. */
  readonly person?: string | undefined;
  readonly labels?: Readonly<Record<string, string>>;
  readonly isWide?: boolean;
  /** Links to other pages: what went wrong on this one stands below them, beside its heading. */
  readonly menu?: ReactNode;
  readonly children: ReactNode;
};

/** What is around a page made for one person: what came of her last write on it, and that the clock is a sandbox. */
export async function PersonalPage({
  locale,
  path,
  query,
  session,
  person,
  labels = {},
  isWide = false,
  menu,
  children,
}: Props) {
  const waiting = session.outcomeFor(path);
  const outcome = person === undefined ? waiting : outcomeAbout(waiting, person);
  return (
    <Shell locale={locale} page={query ? `${path}?${query}` : path} isSignedIn isWide={isWide}>
      <ClockNotice locale={locale} />
      {menu}
      {outcome?.problem ? (
        <ProblemSummary
          locale={locale}
          page={path}
          problem={outcome.problem}
          labels={labels}
          requestId={outcome.requestId}
        />
      ) : null}
      {children}
    </Shell>
  );
}
