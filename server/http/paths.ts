import { isPage, isProblemPage, type Page, type ProblemPage, pages } from './pages.ts';

/** What a path asks for, before anybody looks at files. */
export type Asked =
  | { readonly kind: 'root' }
  | { readonly kind: 'page'; readonly locale: string; readonly page: Page }
  | { readonly kind: 'problem'; readonly locale: string; readonly problem: ProblemPage }
  /** `/[locale]/live/<page>` from outside: the plain path is the only address of a page. */
  | { readonly kind: 'twin'; readonly locale: string; readonly page: Page }
  /** `/problems/<kind>`: what a problem document's `type` names. */
  | { readonly kind: 'problem-type'; readonly problem: ProblemPage }
  /** The same page under a tidier path: no slash at the end, none doubled. */
  | { readonly kind: 'untidy'; readonly path: string }
  | { readonly kind: 'unknown'; readonly locale: string | undefined };

/** `path` is without the query, as it came; `locales` are those that may be shown. */
export function readPath(path: string, locales: readonly string[]): Asked {
  if (path === '/') return { kind: 'root' };
  if (path.includes('//') || path.endsWith('/')) {
    return {
      kind: 'untidy',
      path: `/${path
        .split('/')
        .filter((segment) => segment !== '')
        .join('/')}`,
    };
  }
  const [first = '', ...rest] = path.slice(1).split('/');
  const below = rest.join('/');
  if (first === 'problems' && isProblemPage(below)) return { kind: 'problem-type', problem: below };
  if (!locales.includes(first)) return { kind: 'unknown', locale: undefined };
  if (isPage(below)) return { kind: 'page', locale: first, page: below };
  if (rest[0] === 'problems' && rest.length === 2 && isProblemPage(rest[1] ?? '')) {
    return { kind: 'problem', locale: first, problem: rest[1] as ProblemPage };
  }
  const plain = rest.slice(1).join('/');
  if (rest[0] === 'live' && isPage(plain) && (pages[plain] === 'form' || plain === 'terms'))
    return { kind: 'twin', locale: first, page: plain };
  return { kind: 'unknown', locale: first };
}

/** For the log: the pattern of what was asked for. */
export function routeOf(asked: Asked): string {
  switch (asked.kind) {
    case 'page':
    case 'twin':
      return asked.page === '' ? '/[locale]' : `/[locale]/${asked.page}`;
    case 'problem':
    case 'problem-type':
      return '/problems/[kind]';
    case 'root':
      return '/';
    case 'untidy':
    case 'unknown':
      return asked.kind;
  }
}
