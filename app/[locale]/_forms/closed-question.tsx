import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { ProblemSummary } from '../_problem/problem-summary.tsx';
import { leadsToStatus } from '../_problem/ways-out.ts';
import { ClockNotice } from '../_way/clock-notice.tsx';
import type { FormPath } from './form-definition.ts';

type Props = {
  readonly locale: Locale;
  readonly path: FormPath;
  readonly problem: Problem;
  readonly requestId: string | undefined;
};

/** In place of a form whose question is closed: what closed it, and the way to where she stands. Nothing asks any more. */
export async function ClosedQuestion({ locale, path, problem, requestId }: Props) {
  const t = await getTranslations({ locale, namespace: 'problem' });
  return (
    <Shell locale={locale} page={path} isSignedIn>
      <ClockNotice locale={locale} />
      <Heading title={t(`${problem.kind}.title`)} />
      <ProblemSummary locale={locale} page={path} problem={problem} requestId={requestId} isAlone>
        {leadsToStatus(problem.kind) ? null : <ButtonLink href={`/${locale}/status`}>{t('status')}</ButtonLink>}
      </ProblemSummary>
    </Shell>
  );
}
