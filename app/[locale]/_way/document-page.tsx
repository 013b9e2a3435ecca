import { Heading } from '#app/_ui/heading/heading.tsx';
import { anchorsOf, LongText } from '#app/_ui/long-text/long-text.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { sourceLocale } from '#core/language/locales.ts';
import { readDocument } from '#server/documents.ts';
import { type LocaleParams, pageLocale } from './page-locale.ts';
import { pageTitle } from './page-title.ts';

/** A page that is a long text of `content/<locale>/<slug>.md`. */
export function documentPage(slug: 'terms' | 'help' | 'privacy' | 'accessibility') {
  const generateMetadata = async (props: LocaleParams) => {
    const locale = await pageLocale(props);
    return pageTitle(locale, (await readDocument(locale, slug)).title);
  };
  const Page = async (props: LocaleParams) => {
    const locale = await pageLocale(props);
    const [document, source] = await Promise.all([readDocument(locale, slug), readDocument(sourceLocale, slug)]);
    return (
      <Shell locale={locale} page={slug}>
        <Heading title={document.title} />
        <LongText locale={locale} document={document} anchors={anchorsOf(source)} />
      </Shell>
    );
  };
  return { generateMetadata, Page };
}
