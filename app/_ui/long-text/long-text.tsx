import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import Markdown from 'react-markdown';
import type { Locale } from '#core/language/locales.ts';
import type { Document } from '#server/documents.ts';
import { LineLink } from '../button/button.tsx';
import { anchorOf, headingsOf } from './anchors.ts';
import styles from './long-text.module.css';
import { Unchecked } from './unchecked.tsx';

type Props = {
  readonly locale: Locale;
  readonly document: Document;
  /** Of its headings in their order, the same in every language; with them comes a list of what stands where. */
  readonly anchors?: readonly string[];
};

/**
 * A long text of `content/`, whose own headings begin at the second level. HTML in the Markdown is not let through.
 * Says so where nobody has checked the translation.
 */
export async function LongText({ locale, document, anchors = [] }: Props) {
  const t = await getTranslations({ locale, namespace: 'document' });
  const isUnchecked = document.state === 'draft' || document.state === 'translated';
  const headings = headingsOf(document.markdown);
  const anchored = (text: string) => anchors[headings.indexOf(text)];
  return (
    <>
      {isUnchecked ? <Unchecked locale={locale} /> : null}
      {anchors.length > 0 ? (
        <nav aria-label={t('contents')}>
          <ul className={styles.contents}>
            {headings.map((heading, index) => (
              <li key={heading}>
                <LineLink href={`#${anchors[index] ?? ''}`}>{heading}</LineLink>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <p className={styles.version}>{t('version', { version: document.version })}</p>
      <div className={styles.text}>
        <Markdown
          components={{
            h2: ({ children }: { readonly children?: ReactNode }) => (
              <h2 id={typeof children === 'string' ? anchored(children) : undefined}>{children}</h2>
            ),
          }}
        >
          {document.markdown}
        </Markdown>
      </div>
    </>
  );
}

/** The anchors of a text's headings: `#what-if-i-have-no-e-mail`. Made of the source's, so that a link fits every language. */
export function anchorsOf(source: Pick<Document, 'markdown'>): readonly string[] {
  return headingsOf(source.markdown).map(anchorOf);
}
