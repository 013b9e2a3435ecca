import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { ErrorSummary } from '#app/_ui/error-summary/error-summary.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { entryText, problemText } from './problem-text.ts';
import { waysFrom } from './ways-out.ts';

type Props = {
  readonly locale: Locale;
  readonly problem: Problem;
  /** The fields' labels by name; a problem of a field that the page doesn't show is told of the page. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly requestId?: string | undefined;
  /** The page is about nothing else, and its heading is the problem's title. */
  readonly isAlone?: boolean;
};

/** A problem on top of its page: what happened, each field with a link to it, and ways out. */
export async function ProblemSummary({ locale, problem, labels = {}, requestId, isAlone = false }: Props) {
  const t = await getTranslations({ locale, namespace: 'problem' });
  const { title, what, found, next } = problemText(t, problem);
  const entries = (problem.fields ?? []).map((field) => ({
    href: labels[field.field] === undefined ? '#main' : `#${field.field}`,
    text: entryText(t, field, labels[field.field]),
  }));
  return (
    <ErrorSummary
      title={isAlone ? undefined : title}
      texts={[what, found, next].filter((text) => text !== undefined)}
      entries={entries}
      requestId={requestId ? { text: t('requestId', { id: '{id}' }), id: requestId } : undefined}
    >
      {waysFrom(t, locale, problem).map(({ href, text }) => (
        <ButtonLink key={href} look="second" href={href}>
          {text}
        </ButtonLink>
      ))}
    </ErrorSummary>
  );
}
