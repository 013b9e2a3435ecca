/** How a person's phone shows pages: `prefers-color-scheme` and `prefers-contrast`. */
export type Scheme = { readonly isDark: boolean; readonly hasMoreContrast: boolean };

export const schemes = {
  light: { isDark: false, hasMoreContrast: false },
  dark: { isDark: true, hasMoreContrast: false },
  'light-contrast': { isDark: false, hasMoreContrast: true },
  'dark-contrast': { isDark: true, hasMoreContrast: true },
} as const satisfies Readonly<Record<string, Scheme>>;
export type SchemeName = keyof typeof schemes;

const block = /(?:@media (?<query>[^{]+)\{\s*)?:root \{(?<declarations>[^}]*)\}/g;

const colour = /(?:--[a-z-]+: #[0-9a-f]{6}|color-scheme: [a-z]+);/g;

/** The colours of `tokens.css` that hold in a scheme, in their order, without what the phone is asked. */
export function tokensIn(css: string, { isDark, hasMoreContrast }: Scheme): string {
  return [...css.matchAll(block)]
    .filter(({ groups }) => {
      const query = groups?.['query'] ?? '';
      return (isDark || !query.includes('dark')) && (hasMoreContrast || !query.includes('contrast'));
    })
    .flatMap(({ groups }) => groups?.['declarations']?.match(colour) ?? [])
    .join('');
}
