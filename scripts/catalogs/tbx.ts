import { type GlossaryText, variantsOf } from './glossary-file.ts';

type Status = 'preferredTerm-admn-sts' | 'admittedTerm-admn-sts' | 'deprecatedTerm-admn-sts';

/** The glossary as TBX-Basic (ISO 30042:2019, DCA style), for translators' tools. Forbidden renderings are deprecated terms. */
export function glossaryTbx({ terms }: GlossaryText): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>Puente</title></titleStmt>
      <sourceDesc><p>locales/glossary.json</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
${terms.map(concept).join('\n')}
    </body>
  </text>
</tbx>
`;
}

function concept({ key, en, definition, renderings }: GlossaryText['terms'][number]): string {
  const english = langSec(
    'en',
    variantsOf(en).map((term) => termSec(term, 'preferredTerm-admn-sts')),
  );
  const others = [...renderings].map(([locale, { use, also, forbidden, note }]) =>
    langSec(locale, [
      ...(note ? [`        <note>${escaped(note)}</note>`] : []),
      ...variantsOf(use).map((term) => termSec(term, 'preferredTerm-admn-sts')),
      ...variantsOf(also).map((term) => termSec(term, 'admittedTerm-admn-sts')),
      ...forbidden.map((term) => termSec(term, 'deprecatedTerm-admn-sts')),
    ]),
  );
  return [
    `      <conceptEntry id="${escaped(key)}">`,
    `        <descrip type="definition">${escaped(definition)}</descrip>`,
    english,
    ...others,
    '      </conceptEntry>',
  ].join('\n');
}

function langSec(locale: string, lines: readonly string[]): string {
  return [
    `        <langSec xml:lang="${escaped(locale)}">`,
    ...lines.map((line) => `  ${line}`),
    '        </langSec>',
  ].join('\n');
}

function termSec(term: string, status: Status): string {
  return `        <termSec><term>${escaped(term)}</term><termNote type="administrativeStatus">${status}</termNote></termSec>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
