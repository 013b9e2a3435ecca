import { type Document, readDocument, readTerms } from '#server/documents.ts';
import { screenPolicy } from './screen-policy.ts';

export type DocumentSlug = 'terms' | 'help' | 'privacy' | 'accessibility';

/** A long text as it holds now: of the terms the version that the policy in force names. */
export function shownDocument(locale: string, slug: DocumentSlug): Promise<Document> {
  return slug === 'terms' ? readTerms(locale, screenPolicy().termsVersion) : readDocument(locale, slug);
}
