import { type Document, readDocument, readTerms } from '#server/documents.ts';
import { runningServices } from '#server/services.ts';
import { screenPolicy } from './screen-policy.ts';

export type DocumentSlug = 'terms' | 'help' | 'privacy' | 'accessibility';

/** A long text as it holds now: of the terms the version that the policy in force names, from where the server has it. */
export function shownDocument(locale: string, slug: DocumentSlug): Promise<Document> {
  if (slug !== 'terms') return readDocument(locale, slug);
  return runningServices()?.terms(locale) ?? readTerms(locale, screenPolicy().termsVersion);
}
