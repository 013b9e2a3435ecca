import { languagesOf, readChoice } from './choice.ts';
import { copiesIn } from './kept-copies.ts';
import { keptPage } from './languages.ts';
import { ledTo, type Marks, marked } from './marks.ts';
import { placeOf } from './place.ts';

/** The same answer with other text; without the headers that speak of how the old one was packed. */
export async function remade(response: Response, change: (html: string) => string): Promise<Response> {
  const headers = new Headers(response.headers);
  for (const name of ['Content-Encoding', 'Content-Length', 'ETag']) headers.delete(name);
  return new Response(change(await response.text()), { status: response.status, headers });
}

/**
 * In the language of the page that she wanted, else in one that is kept. `wanted` is where "try again" leads. Where
 * nothing is kept the browser says in its own words that there is no line.
 */
export async function offlinePage(wanted: URL, marks: Marks = {}): Promise<Response> {
  const locales = languagesOf(await readChoice());
  const asked = wanted.pathname.split('/')[1] ?? '';
  for (const locale of [asked, ...locales]) {
    const path = `/${locale}/offline`;
    const page = await keptPage(locale, path);
    if (!page) continue;
    const back = placeOf(wanted) || marks['unsent'] === undefined ? wanted.pathname + wanted.search : `/${locale}`;
    const has = (await copiesIn(locale)).join(' ');
    return await remade(page, (html) => ledTo(marked(html, { line: 'none', has, ...marks }), path, back));
  }
  return Response.error();
}
