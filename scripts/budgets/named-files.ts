/** Files that a page names, each once, by what they count as. */
export type NamedFiles = Readonly<Record<'scripts' | 'styles' | 'fonts' | 'pictures', readonly string[]>>;

const tags = /<(script|link|img)\b([^>]*)>/g;
const attributes = /([a-z-]+)(?:="([^"]*)")?/gi;

/**
 * What a phone fetches for a page without anybody having pressed anything. A script with `nomodule` is for browsers of before
 * 2018 and fetched by no other: none of ours run there.
 * `<link rel="preload" as="script" href="/a.js"><script src="/a.js" async></script>` names one script.
 */
export function namedFiles(html: string): NamedFiles {
  const found = {
    scripts: new Set<string>(),
    styles: new Set<string>(),
    fonts: new Set<string>(),
    pictures: new Set<string>(),
  };
  for (const [, name = '', rest = ''] of html.matchAll(tags)) {
    const has = new Map(
      Array.from(rest.matchAll(attributes), ([, key = '', value = '']) => [key.toLowerCase(), value]),
    );
    const kind = kindOf(name, has);
    const address = has.get(name === 'link' ? 'href' : 'src');
    if (kind && address?.startsWith('/')) found[kind].add(address);
  }
  return {
    scripts: [...found.scripts],
    styles: [...found.styles],
    fonts: [...found.fonts],
    pictures: [...found.pictures],
  };
}

function kindOf(name: string, has: ReadonlyMap<string, string>): keyof NamedFiles | null {
  if (name === 'script') return has.has('nomodule') ? null : 'scripts';
  if (name === 'img') return 'pictures';
  const rel = has.get('rel') ?? '';
  if (rel === 'stylesheet') return 'styles';
  if (rel === 'modulepreload') return 'scripts';
  if (rel === 'icon') return 'pictures';
  const loaded = { script: 'scripts', style: 'styles', font: 'fonts', image: 'pictures' } as const;
  const as = has.get('as') ?? '';
  return rel === 'preload' && as in loaded ? loaded[as as keyof typeof loaded] : null;
}

/** Fonts that a style sheet names: a phone may fetch each of them. Addresses stand as the browser resolves them. */
export function fontsIn(css: string, stylesheet: string): readonly string[] {
  const named = Array.from(
    css.matchAll(/url\((["']?)([^"')]+\.(?:woff2?|ttf|otf))\1\)/g),
    ([, , address = '']) => address,
  );
  return named.map((address) => new URL(address, new URL(stylesheet, 'http://here')).pathname);
}
