import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Unchecked } from '#app/_ui/long-text/unchecked.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import type { Locale } from '#core/language/locales.ts';
import { areReviewed } from '#server/documents.ts';
import type { ProblemPage } from '#server/http/pages.ts';
import { ProblemSummary } from '../../_problem/problem-summary.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { pageTitle } from '../../_way/page-title.ts';

/** As in `server/http/pages.ts`; the server puts the request's id and the way back where the marks are. */
const allKinds: Readonly<Record<ProblemPage, true>> = {
  'not-found': true,
  'method-not-allowed': true,
  'foreign-origin': true,
  unexpected: true,
  'too-many-tries': true,
};
const kinds = Object.keys(allKinds) as readonly ProblemPage[];
const requestIdMark = '{request-id}';
const wayBackMark = '{way-back}';

type Props = LocaleParams & { readonly params: Promise<{ readonly kind: string }> };

export function generateStaticParams() {
  return kinds.map((kind) => ({ kind }));
}

export async function generateMetadata(props: Props) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'problem' });
  return pageTitle(locale, t(`${await kindOf(props)}.title`), true);
}

/** A problem that belongs to no form: prerendered, so that it can be told while nothing else works. */
export default async function ProblemAlone(props: Props) {
  const locale = await pageLocale(props);
  const kind = await kindOf(props);
  const t = await getTranslations({ locale, namespace: 'problem' });
  return (
    <Shell locale={locale} page={`problems/${kind}`}>
      <Heading title={t(`${kind}.title`)} />
      <ProblemSummary locale={locale} problem={{ kind }} requestId={requestIdMark} isAlone>
        <WayBack locale={locale} kind={kind} />
      </ProblemSummary>
      {(await areReviewed(`problem.${kind}.`, locale)) ? null : <Unchecked locale={locale} />}
    </Shell>
  );
}

/** What the problem's last sentence says to do. */
async function WayBack({ locale, kind }: { readonly locale: Locale; readonly kind: ProblemPage }) {
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: 'problem' }),
    getTranslations({ locale, namespace: 'common' }),
  ]);
  switch (kind) {
    case 'too-many-tries':
    case 'unexpected':
      return <ButtonLink href={wayBackMark}>{t('retry')}</ButtonLink>;
    case 'method-not-allowed':
      return <ButtonLink href={wayBackMark}>{common('back')}</ButtonLink>;
    case 'foreign-origin':
      return <ButtonLink href={`/${locale}`}>{common('home')}</ButtonLink>;
    case 'not-found':
      return null;
  }
}

async function kindOf({ params }: Props) {
  const { kind } = await params;
  return kinds.find((known) => known === kind) ?? notFound();
}
