import type { Instant } from '#core/time/instant.ts';
import { fieldsHere } from '../../_ui/phone-time/fields-here.ts';
import { forget, keep, listKept, readKept } from '../storage/sealed.ts';
import { stylesFirst } from './assets.ts';
import { readChoice } from './choice.ts';
import { type Copy, copyPolicy, shownCopy, stylesOf, withoutScripts } from './copy.ts';
import type { Place } from './place.ts';
import { savesData } from './saves-data.ts';
import { keptPages } from './table.ts';

export function isCopied({ page }: Place): boolean {
  return keptPages.includes(page);
}

/** Sealed, for her alone. Nothing where the answer is no page of hers: a sign-in, a problem, or one that broke off. */
export async function keepCopy(place: Place, response: Response, event: ExtendableEvent): Promise<void> {
  if (!response.ok || !response.headers.get('Content-Type')?.startsWith('text/html')) return;
  if ((await readChoice()).isOff) return;
  const whole = await response.text().catch(() => '');
  if (!whole.trimEnd().endsWith('</html>')) return;
  const html = withoutScripts(whole);
  const copy: Copy = { html, at: Date.parse(response.headers.get('Date') ?? '') || Date.now() };
  const kept = await keep('page', place.path, copy);
  if (!kept.ok) return;
  for (const href of stylesOf(html)) await stylesFirst.handle({ event, request: new Request(href) });
  if (place.page === 'status') await followStatus(place, html, event);
}

/**
 * Her status leads to what there is of an offer and of an appointment: what it no longer leads to is over, and her proof
 * is fetched before she looks for it at the port.
 */
async function followStatus({ locale }: Place, html: string, event: ExtendableEvent): Promise<void> {
  for (const page of ['offer', 'confirmation']) {
    const path = `/${locale}/${page}`;
    const isThere = html.includes(`href="${path}"`);
    if (!isThere) await forget('page', path);
    else if (page === 'confirmation' && !savesData() && !(await readKept('page', path))) {
      const response = await fetch(path, { redirect: 'manual' }).catch(() => null);
      if (response) await keepCopy({ locale, page, path, kind: 'personal' }, response, event);
    }
  }
}

/** null: there is none of hers. */
export async function keptCopy({ path }: Place): Promise<Response | null> {
  const kept = await readKept('page', path);
  if (!isCopy(kept?.value)) return null;
  const { html, at } = kept.value;
  return new Response(shownCopy(html, fieldsHere(at as Instant)), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': copyPolicy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'same-origin',
    },
  });
}

/** Pages of hers that can be read without a line, in that language. */
export async function copiesIn(locale: string): Promise<readonly string[]> {
  const names = (await listKept('page')).map(({ name }) => name);
  return keptPages.filter((page) => names.includes(`/${locale}/${page}`));
}

function isCopy(value: unknown): value is Copy {
  const { html, at } = (value ?? {}) as Partial<Copy>;
  return typeof html === 'string' && typeof at === 'number';
}
