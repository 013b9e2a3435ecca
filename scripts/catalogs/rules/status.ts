import { sourceLocale } from '#core/language/locales.ts';
import type { Told } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { areasOfTwo, isReadByTwo, parseStatus } from '../status.ts';
import { areaOf, messagesOf, type StatusFile, type Tree } from '../tree.ts';

const example = '0123456789abcdef draft NAME 2027-01-31';

export const status: Rule = {
  name: 'status',
  why: 'Nobody could tell what a person has checked, and what a machine has written.',
  look: (tree) => tree.statuses.flatMap((own) => (own.flaw ? [broken(own)] : toldOf(tree, own))),
};

function broken({ file, flaw }: StatusFile): Told {
  return {
    file,
    line: flaw?.line ?? 1,
    key: '',
    message: 'The states of the translations cannot be read.',
    expected: `"area.key": "${example}" for each message`,
    found: flaw?.found ?? '',
    fix: 'npm run catalogs:accept -- --new --by NAME --state draft',
  };
}

function toldOf(tree: Tree, { locale, file, entries }: StatusFile): readonly Told[] {
  const source = messagesOf(tree, sourceLocale);
  const found = new Set(entries.map(({ key }) => key));
  // What the language or the source lacks is told by other rules.
  const unsigned = [...messagesOf(tree, locale).values()].filter(({ key }) => source.has(key) && !found.has(key));
  const whole = `${JSON.stringify(Object.fromEntries(entries.filter(({ key }) => source.has(key)).map(({ key, value }) => [key, value])), null, 2)}\n`;
  return [
    ...unsigned.map(({ key }) => ({
      file,
      line: 1,
      key,
      message: 'A translation without a state.',
      expected: example,
      found: '',
      fix: 'npm run catalogs:accept -- --new --by NAME --state draft',
    })),
    ...entries.flatMap(({ key, line, value }) => {
      if (!source.has(key))
        return brokenSource(tree, key) ? [] : [{ ...leftOver({ file, line, key, value }), repair: { file, whole } }];
      const flaw = flawOf(key, value);
      return flaw ? [{ file, line, key, found: value, ...flaw }] : [];
    }),
  ];
}

function brokenSource(tree: Tree, key: string): boolean {
  return tree.catalogs.some(
    ({ locale, area, flaws }) => locale === sourceLocale && area === areaOf(key) && flaws.length > 0,
  );
}

function leftOver({
  value,
  ...place
}: {
  readonly file: string;
  readonly line: number;
  readonly key: string;
  readonly value: string;
}): Told {
  return {
    ...place,
    message: 'A state without a message.',
    expected: 'a key of the source',
    found: value,
    fix: 'npm run catalogs:accept -- --prune',
  };
}

function flawOf(key: string, value: string): Pick<Told, 'message' | 'expected' | 'fix'> | undefined {
  const own = parseStatus(value);
  if (!own) return { message: 'The state cannot be read.', expected: example };
  if (own.state !== 'reviewed' || !areasOfTwo.includes(areaOf(key)) || isReadByTwo(own)) return undefined;
  return {
    message: 'An error message is reviewed only when somebody else than its translator has read it.',
    expected: '… reviewed TRANSLATOR 2027-01-31 REVIEWER 2027-02-01',
    fix: 'Let somebody else read it: npm run catalogs:accept -- --locale TAG --key KEY --by NAME --state reviewed',
  };
}
