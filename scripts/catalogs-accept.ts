import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isTranslatedLocale, sourceLocale } from '#core/language/locales.ts';
import { accept } from './catalogs/accept.ts';
import { acceptedPage } from './catalogs/accept-page.ts';
import {
  isSigner,
  isState,
  parseStatus,
  type Signature,
  type TranslationState,
  writeStatus,
} from './catalogs/status.ts';
import { areaOf, messagesOf, readTree } from './catalogs/tree.ts';
import { today } from './today.ts';

// Says where translations stand, for the English as it is now:
//   npm run catalogs:accept -- --locale ru --area problem --by NAME --state reviewed
//   … --key problem.busy.what   one message        … --new     those that have no state yet
//   … --page help              a long text        … --prune   only drops states of messages that are gone
// Without --locale: in every language. States: draft (nobody has read it), translated, reviewed (errors and terms: by somebody else than the translator).

const { values } = parseArgs({
  options: {
    locale: { type: 'string' },
    area: { type: 'string' },
    key: { type: 'string' },
    page: { type: 'string' },
    new: { type: 'boolean', default: false },
    prune: { type: 'boolean', default: false },
    by: { type: 'string' },
    on: { type: 'string', default: today() },
    state: { type: 'string' },
    root: { type: 'string', default: join(import.meta.dirname, '..') },
  },
});

function wish(): Signature & { readonly state: TranslationState } {
  const { by, on, state } = values;
  if (!by || !isSigner(by)) throw new Error(`--by is a name without spaces, found ${by ?? 'nothing'}`);
  if (!isState(state)) throw new Error(`--state is draft, translated or reviewed, found ${state ?? 'nothing'}`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) throw new Error(`--on is a day such as 2027-01-31, found ${on}`);
  return { by, on, state };
}

function acceptMessages(root: string, locale: string): string {
  const tree = readTree(root);
  const own = tree.statuses.find((file) => file.locale === locale);
  if (!own) throw new Error(`--locale is a translated language, found ${locale}`);
  const source = new Map([...messagesOf(tree, sourceLocale)].map(([key, { value }]) => [key, value]));
  const statuses = new Map(
    own.entries.flatMap(({ key, value }) => {
      const status = parseStatus(value);
      return status ? [[key, status] as const] : [];
    }),
  );
  const { area, key } = values;
  const keys = [...messagesOf(tree, own.locale).keys()].filter(
    (name) =>
      (key === undefined || name === key) &&
      (area === undefined || areaOf(name) === area) &&
      !(values.new && statuses.has(name)),
  );
  const isAll = key === undefined && area === undefined && !values.new;
  if (values.prune) keys.length = 0;
  else if (isAll) throw new Error('expected --area, --key, --new, --page or --prune, found none of them');
  const { statuses: next, refused } = values.prune
    ? accept({ source, statuses }, [], { by: '', on: '', state: 'draft' })
    : accept({ source, statuses }, keys, wish());
  const lines = Object.fromEntries([...next].map(([name, status]) => [name, writeStatus(status)]));
  writeFileSync(join(root, own.file), `${JSON.stringify(lines, null, 2)}\n`);
  if (refused.length > 0) {
    process.exitCode = 1;
    process.stderr.write(`Somebody else than the translator has to review these:\n${refused.join('\n')}\n`);
  }
  return `${own.file}: ${keys.length - refused.length} accepted, ${statuses.size} before, ${next.size} now.\n`;
}

function acceptPage(root: string, { locale, page }: { readonly locale: string; readonly page: string }): string {
  const file = `content/${locale}/${page}.md`;
  const read = (name: string) => readFileSync(join(root, name), 'utf8');
  const accepted = acceptedPage({ page, text: read(file), source: read(`content/${sourceLocale}/${page}.md`) }, wish());
  writeFileSync(join(root, file), accepted);
  return `${file}: accepted.\n`;
}

try {
  const root = resolve(values.root);
  const { locale, page } = values;
  if (locale !== undefined && !isTranslatedLocale(locale))
    throw new Error(`--locale is a language of this project, found ${locale}`);
  for (const one of locale === undefined ? readTree(root).locales.filter((tag) => tag !== sourceLocale) : [locale])
    process.stdout.write(page === undefined ? acceptMessages(root, one) : acceptPage(root, { locale: one, page }));
} catch (error) {
  process.stderr.write(`Nothing was accepted: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
