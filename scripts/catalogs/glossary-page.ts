import type { GlossaryText } from './glossary-file.ts';

/** `locales/<tag>/GLOSSARY.md`: the words of one language for people, the others beside them. */
export function glossaryPage({ style, terms, labels }: GlossaryText, locale: string, name: string): string {
  const own = style[locale];
  const parts = [
    `# Glossary: ${name}`,
    'Made from `locales/glossary.json` by `npm run catalogs:glossary`: change it there.',
    ...(own === undefined ? [] : [own]),
    ...terms.map((term) => termText(term, locale)),
    '## Names that long texts cite',
    Object.values(labels)
      .map((label) => `- ${label['en'] ?? ''}: **${label[locale] ?? '?'}**`)
      .join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function termText({ en, definition, renderings }: GlossaryText['terms'][number], locale: string): string {
  const own = renderings.get(locale);
  const others = [...renderings].filter(([tag]) => tag !== locale).map(([tag, { use }]) => `${tag} ${use}`);
  const lines = [
    `- **${own?.use ?? '?'}**`,
    ...(own?.also ? [`- Also right: ${own.also}`] : []),
    ...(own && own.forbidden.length > 0 ? [`- Never: ${own.forbidden.join(', ')}`] : []),
    ...(own?.note ? [`- ${own.note}`] : []),
    ...(others.length > 0 ? [`- Elsewhere: ${others.join(' · ')}`] : []),
  ];
  return `## ${en}\n\n${definition}\n\n${lines.join('\n')}`;
}
