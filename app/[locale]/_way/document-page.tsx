import type { ReactNode } from 'react';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { anchorsOf, LongText } from '#app/_ui/long-text/long-text.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { type Locale, sourceLocale } from '#core/language/locales.ts';
import { type LocaleParams, pageLocale } from './page-locale.ts';
import { pageTitle } from './page-title.ts';
import { type DocumentSlug, shownDocument } from './shown-document.ts';

/** A page that is a long text of `content/<locale>/<slug>.md`, with what stands below it. */
export function documentPage(slug: DocumentSlug, below?: (locale: Locale) => ReactNode) {
  const generateMetadata = async (props: LocaleParams) => {
    const locale = await pageLocale(props);
    return pageTitle(locale, (await shownDocument(locale, slug)).title);
  };
  const Page = async (props: LocaleParams) => {
    const locale = await pageLocale(props);
    const [document, source] = await Promise.all([shownDocument(locale, slug), shownDocument(sourceLocale, slug)]);
    return (
      <Shell locale={locale} page={slug}>
        <Heading title={document.title} />
        <LongText locale={locale} document={document} anchors={anchorsOf(source)} />
        {below?.(locale)}
      </Shell>
    );
  };
  return { generateMetadata, Page };
}
