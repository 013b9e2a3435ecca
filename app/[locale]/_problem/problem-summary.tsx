import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { ErrorSummary } from '#app/_ui/error-summary/error-summary.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { entryText, problemText } from './problem-text.ts';
import { waysFrom } from './ways-out.ts';

type Props = {
  readonly locale: Locale;
  readonly problem: Problem;
  /** Path below the locale of the page that tells it; left out where it has a page of its own. */
  readonly page?: string;
  /** The fields' labels by name; a problem of a field that the page doesn't show is told of the page. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The form's second button, for a question that can be answered by it too. */
  readonly button?: string | undefined;
  readonly requestId?: string | undefined;
  /** The page is about nothing else, and its heading is the problem's title. */
  readonly isAlone?: boolean;
  /** The best way out, before those of the kind. */
  readonly children?: ReactNode;
};

/** A problem on top of its page: what happened, each field with a link to it, and ways out. */
export async function ProblemSummary({
  locale,
  problem,
  page,
  labels = {},
  button,
  requestId,
  isAlone = false,
  children,
}: Props) {
  const t = await getTranslations({ locale, namespace: 'problem' });
  const { title, what, found, next } = problemText(t, problem);
  const entries = (problem.fields ?? []).map((field) => ({
    href: labels[field.field] === undefined ? '#main' : `#${field.field}`,
    text: entryText(t, field, { label: labels[field.field], button }),
  }));
  return (
    <ErrorSummary
      title={isAlone ? undefined : title}
      texts={[what, found, next].filter((text) => text !== undefined)}
      entries={entries}
      requestId={requestId ? { text: t('requestId', { id: '{id}' }), id: requestId } : undefined}
    >
      {children}
      {waysFrom(t, locale, { ...problem, page }).map(({ href, text }, position) => (
        // The one thing to press of a page that is about nothing else.
        <ButtonLink key={href} look={isAlone && !children && position === 0 ? 'first' : 'second'} href={href}>
          {text}
        </ButtonLink>
      ))}
    </ErrorSummary>
  );
}
