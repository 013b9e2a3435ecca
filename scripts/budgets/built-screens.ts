import { publishedLocales } from '#core/language/published.ts';
import type { BuiltFile, BuiltFiles } from '#server/http/built-files.ts';
import { type Page, pages, pathOf, problemPages } from '#server/http/pages.ts';
import type { Figure } from './figure.ts';
import { fontsIn, namedFiles } from './named-files.ts';

type Size = { readonly gzip: number; readonly brotli: number };
type Screen = { readonly screen: string; readonly locale: string; readonly path: string };

/** What every prerendered screen of an applicant weighs as the gateway sends it, in each language that people can choose. */
export async function weighBuiltScreens(files: BuiltFiles): Promise<readonly Figure[]> {
  const sizeOf = scaleFor(files);
  const sizeOfAll = async (paths: readonly string[]) => sum(await Promise.all(paths.map(sizeOf)));
  const figures: Figure[] = [];
  for (const { screen, locale, path } of prerenderedScreens(files)) {
    const text = await textOf(files, path);
    // A question about somebody else leads to her group where nobody is named: no screen.
    if (text.includes('<html id="__next_error__">')) continue;
    const named = namedFiles(text);
    const inStyles = named.styles.map(async (style) => fontsIn(await textOf(files, style), style));
    const fontFiles = new Set([...named.fonts, ...(await Promise.all(inStyles)).flat()]);
    const html = await sizeOf(path);
    const javascript = await sizeOfAll(named.scripts);
    const css = await sizeOfAll(named.styles);
    const fonts = await sizeOfAll([...fontFiles]);
    const whole = sum([html, javascript, css, fonts, await sizeOfAll(named.pictures)]);
    const saving = (await plainSize(files, path)) ?? whole;
    const measures = { javascript, css, html, fonts, 'first-visit': whole, 'saving-visit': saving };
    for (const [measure, { gzip, brotli }] of Object.entries(measures))
      figures.push({ measure, screen, locale, value: gzip, brotli });
  }
  return figures;
}

/** All that comes to who saves data; undefined where the page keeps its run-time. */
async function plainSize(files: BuiltFiles, path: string): Promise<Size | undefined> {
  const { plain } = found(files, path);
  if (!plain) return undefined;
  const { scripts, styles, pictures } = namedFiles((await files.read(plain, 'identity')).toString());
  const named = [...scripts, ...styles, ...pictures].map((name) => found(files, name));
  return sum(await Promise.all([plain, ...named].map((file) => weigh(files, file))));
}

export function screenOf(page: Page): string {
  return page === '' ? 'start' : page;
}

/** Staff's screens are for desks. */
export function isApplicants(page: Page): boolean {
  return page !== 'staff' && !page.startsWith('staff/');
}

/** Those that are files; a form about somebody's own offer is made for her, and so are personal pages. */
function prerenderedScreens(files: BuiltFiles): readonly Screen[] {
  return publishedLocales.flatMap((locale) => {
    const own = (Object.keys(pages) as Page[])
      .filter(isApplicants)
      .map((page) => ({ screen: screenOf(page), locale, path: pathOf(locale, { page, query: '' }) }))
      .filter(({ path }) => files.find(path) !== undefined);
    const problems = problemPages.map((kind) => {
      const screen = `problems/${kind}`;
      return { screen, locale, path: `/${locale}/${screen}` };
    });
    return [...own, ...problems];
  });
}

/** Most pages name the same files: each is weighed once. */
function scaleFor(files: BuiltFiles): (path: string) => Promise<Size> {
  const known = new Map<string, Promise<Size>>();
  return (path) => {
    const size = known.get(path) ?? weigh(files, found(files, path));
    known.set(path, size);
    return size;
  };
}

async function weigh(files: BuiltFiles, file: Pick<BuiltFile, 'files'>): Promise<Size> {
  const [gzip, brotli] = await Promise.all([files.read(file, 'gzip'), files.read(file, 'br')]);
  return { gzip: gzip.length, brotli: brotli.length };
}

function found(files: BuiltFiles, path: string): BuiltFile {
  const file = files.find(path);
  if (!file)
    throw new Error(`expected ${path} among what was built, found nothing: a page names a file that isn't served`);
  return file;
}

async function textOf(files: BuiltFiles, path: string): Promise<string> {
  return (await files.read(found(files, path), 'identity')).toString();
}

function sum(sizes: readonly Size[]): Size {
  return sizes.reduce((one, other) => ({ gzip: one.gzip + other.gzip, brotli: one.brotli + other.brotli }), {
    gzip: 0,
    brotli: 0,
  });
}
