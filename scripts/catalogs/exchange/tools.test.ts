import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import xliff from 'xliff';
import { sourceHash } from '../source-hash.ts';
import { exported, imported, json, read, writeExchangeTree } from '../testing/exchange-tree.ts';
import { readTree } from '../tree.ts';
import { formats } from './unit.ts';

let root = '';
beforeEach(() => {
  root = writeExchangeTree();
});
afterEach(() => rmSync(root, { recursive: true }));

const out = (format: (typeof formats)[number], locale = 'ru') => exported(readTree(root), locale, format);
const plan = (file: string) => imported(root, file, { rules: [] }).plan;

function edited(file: string, ...changes: readonly (readonly [string | RegExp, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    const next = text.replace(from, () => to);
    if (next === text) throw new Error(`expected ${from.toString()} in the file, found none`);
    return next;
  }, file);
}

/** One unit of what a file brought. */
function unit(file: string, key: string) {
  return read(file).units.find((one) => one.key === key);
}

test.each([
  ['xliff-1.2', () => xliff.xliff12ToJs(out('xliff-1.2'))],
  ['xliff-2.0', () => xliff.xliff2js(out('xliff-2.0'))],
] as const)('another program reads the same from our %s', async (_, readByOther) => {
  const { sourceLanguage, targetLanguage, resources } = await readByOther();
  const [file] = Object.values(resources).filter((units) => 'sample.title' in units);
  expect([sourceLanguage, targetLanguage]).toEqual(['en', 'ru']);
  expect(file?.['sample.title']).toMatchObject({ source: 'Your place', target: 'Ваше место' });
  expect(JSON.stringify(file?.['sample.greeting'])).toMatch(/"target":\["Здравствуйте, ",\{"\w+":\{"id":"1"/);
});

describe('what a translator can’t break', () => {
  test('in XLIFF 1.2 names and tags are codes, with the same number in both languages', () => {
    expect(out('xliff-1.2')).toContain('<source>Hello <ph id="1">{name}</ph></source>');
    expect(out('xliff-1.2')).toContain(
      '<target state="needs-review-translation">Сначала прочитайте <bpt id="1">&lt;link&gt;</bpt>условия<ept id="1">&lt;/link&gt;</ept>.</target>',
    );
  });

  test('in XLIFF 2.0 a tag is one pair, and each code has its text in the unit', () => {
    expect(out('xliff-2.0')).toContain(
      '<originalData><data id="d1">&lt;link&gt;</data><data id="d2">&lt;/link&gt;</data></originalData>',
    );
    expect(out('xliff-2.0')).toContain(
      'Read <pc id="1" dataRefStart="d1" dataRefEnd="d2" dispStart="&lt;link&gt;" dispEnd="&lt;/link&gt;">the terms</pc> first.',
    );
  });

  test('a code that a tool sent back without its text is known by its number', () => {
    const text = 'Здравствуйте, {name}';
    expect(
      unit(edited(out('xliff-1.2'), ['те, <ph id="1">{name}</ph>', 'те, <ph id="1"/>']), 'sample.greeting')?.target,
    ).toBe(text);
    expect(
      unit(edited(out('xliff-1.2'), ['те, <ph id="1">{name}</ph>', 'те, <x id="1"/>']), 'sample.greeting')?.target,
    ).toBe(text);
    const pair = /<bpt id="1">&lt;link&gt;<\/bpt>условия<ept id="1">&lt;\/link&gt;<\/ept>/;
    expect(unit(edited(out('xliff-1.2'), [pair, '<g id="1">условия</g>']), 'sample.rich')?.target).toBe(
      'Сначала прочитайте <link>условия</link>.',
    );
  });

  test('marks of a tool around words are no part of the text', () => {
    expect(
      unit(edited(out('xliff-1.2'), ['>Ваше место<', '><mrk mtype="seg" mid="0">Ваше</mrk> место<']), 'sample.title')
        ?.target,
    ).toBe('Ваше место');
    expect(
      unit(edited(out('xliff-2.0'), ['>Ваше место<', '><mrk id="m1">Ваше</mrk> место<']), 'sample.title')?.target,
    ).toBe('Ваше место');
  });

  test('suggestions that a tool put beside a unit are no translation', () => {
    const other = '<alt-trans><source>Your place</source><target>Ваш участок</target></alt-trans></trans-unit>';
    expect(plan(edited(out('xliff-1.2'), ['</trans-unit>', other])).changed).toEqual([]);
  });

  test('a unit that a tool cut into sentences is whole again', () => {
    const cut =
      '<segment state="translated"><source>Your</source><target>Ваше</target></segment><ignorable><source> </source></ignorable><segment state="initial"><source>place</source><target>место</target></segment>';
    const file = edited(out('xliff-2.0'), [
      /<segment state="initial" subState="puente:draft">\s*<source>Your place<\/source>\s*<target>Ваше место<\/target>\s*<\/segment>/,
      cut,
    ]);
    expect(unit(file, 'sample.title')).toMatchObject({ source: 'Your place', target: 'Ваше место', state: 'missing' });
  });
});

describe('states', () => {
  const states = { draft: 'draft', translated: 'translated', reviewed: 'reviewed', stale: 'draft' };
  const english = json(Object.fromEntries(Object.keys(states).map((name) => [name, `Text ${name}`])));

  beforeEach(() => {
    const lines = Object.entries(states).map(([name, state]) => [
      `sample.${name}`,
      `${name === 'stale' ? '0'.repeat(16) : sourceHash(`Text ${name}`)} ${state} ben 2027-01-01`,
    ]);
    rmSync(root, { recursive: true });
    root = writeExchangeTree({
      'locales/en/sample.json': json({ ...(JSON.parse(english) as object), missing: 'Text missing' }),
      'locales/ru/sample.json': json(Object.fromEntries(Object.keys(states).map((name) => [name, `Слова ${name}`]))),
      'locales/ru/status.json': json(Object.fromEntries(lines)),
    });
  });

  test.each([
    [
      'xliff-1.2',
      { draft: 'draft', translated: 'translated', reviewed: 'reviewed', stale: 'stale', missing: undefined },
    ],
    [
      'xliff-2.0',
      { draft: 'draft', translated: 'translated', reviewed: 'reviewed', stale: 'stale', missing: 'missing' },
    ],
    ['po', { draft: 'draft', translated: 'translated', reviewed: 'reviewed', stale: 'draft', missing: 'missing' }],
    ['csv', { draft: 'draft', translated: 'translated', reviewed: 'reviewed', stale: 'stale', missing: 'missing' }],
  ] as const)('each state has its word in %s', (format, expected) => {
    const { units } = read(out(format));
    const found = units
      .filter(({ key }) => key.startsWith('sample.'))
      .map(({ key, state }) => [key.replace('sample.', ''), state]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  test('PO calls fuzzy what nobody has looked at, and what is stale', () => {
    const entries = out('po')
      .split('\n\n')
      .filter((entry) => entry.includes('#, fuzzy'));
    expect(entries.flatMap((entry) => /msgctxt "sample\.(\w+)"/.exec(entry)?.[1] ?? [])).toEqual(['draft', 'stale']);
  });

  test.each([
    ['xliff-1.2', /state="needs-review-translation">Слова draft/, 'state="final">Слова draft'],
    ['po', /#, fuzzy\nmsgctxt "sample.draft"/, 'msgctxt "sample.draft"'],
    ['csv', '"Слова draft","draft"', '"Слова draft","translated"'],
  ] as const)('a text that is right as it is, is said so in %s, and only that', (format, from, to) => {
    const { confirmed, changed } = plan(edited(out(format), [from, to]));
    expect([confirmed.map(({ unit: { key } }) => key), changed]).toEqual([['sample.draft'], []]);
    const { files } = imported(root, edited(out(format), [from, to]), { rules: [] });
    expect([...files.keys()]).toEqual(['locales/ru/status.json']);
    expect(files.get('locales/ru/status.json')).toMatch(/"sample.draft": "[0-9a-f]{16} translated ana 2027-02-01"/);
  });

  test('what a translator herself is unsure of stays a draft', () => {
    const { files } = imported(root, edited(out('po'), ['"Слова draft"', '"Другие слова"']), { rules: [] });
    expect(files.get('locales/ru/status.json')).toMatch(/"sample.draft": "[0-9a-f]{16} draft ana 2027-02-01"/);
  });
});

test('a plural has a text a form in PO, with gettext’s rule for the language', () => {
  expect(out('po')).toContain(
    'msgid "{countText} person"\nmsgid_plural "{countText} people"\nmsgstr[0] "{countText} человек"\nmsgstr[1] "{countText} человека"\nmsgstr[2] "{countText} человек"\nmsgstr[3] "{countText} человека"',
  );
  expect(out('po')).toContain('"Plural-Forms: nplurals=4; plural=(n%10==1');
  expect(out('po')).toContain('msgid "{count, plural, =0 {Nobody} one');
  // The `many` of Spanish is for millions: with it, the message travels whole.
  expect(out('po', 'es')).toContain('msgstr "{count, plural, one {{countText} persona} many');
});

test('a plural with an empty form travels whole: gettext would take it for one that is missing', () => {
  rmSync(root, { recursive: true });
  const people = '{count, plural, one {} few {a} many {b} other {c}}';
  root = writeExchangeTree({ 'locales/ru/sample.json': json({ people }) });
  expect(unit(out('po'), 'sample.people')?.target).toBe(people);
});

test('a new plural comes in with all its forms', () => {
  rmSync(root, { recursive: true });
  root = writeExchangeTree({ 'locales/ru/sample.json': '{}\n' });
  const forms = ['человек', 'человека', 'человек', 'человека'];
  const file = forms.reduce(
    (text, form, index) => edited(text, [`msgstr[${index}] ""`, `msgstr[${index}] "{countText} ${form}"`]),
    out('po'),
  );
  expect(plan(file).changed.map(({ text }) => text)).toEqual([
    '{count, plural, one {{countText} человек} few {{countText} человека} many {{countText} человек} other {{countText} человека}}',
  ]);
});

test('a file that a tool folded or ended its lines otherwise says the same', () => {
  const folded = edited(out('po'), ['msgctxt "sample.title"', 'msgctxt ""\n"sample."\n"title"']);
  expect(unit(folded, 'sample.title')?.target).toBe('Ваше место');
  for (const format of formats)
    expect(plan(out(format).replace(/\r?\n/g, '\r\n'))).toMatchObject({ changed: [], refused: [] });
});

test.each([
  ['xliff-1.2', '<note from="state">', '<note>Is it the office?</note><note from="state">'],
  ['xliff-2.0', '<note category="state">', '<note>Is it the office?</note><note category="state">'],
  ['po', '#. description: Heading', '# Is it the office?\n#. description: Heading'],
  ['csv', '"Ваше место","draft",""', '"Ваше место","draft","Is it the office?"'],
] as const)('what a translator wrote beside a text in %s is kept, and goes along the next time', (format, from, to) => {
  const start = out(format).indexOf('sample.title');
  const before = format === 'po' ? 0 : start;
  const file = out(format).slice(0, before) + edited(out(format).slice(before), [from, to]);
  const { files, plan: made } = imported(root, file, { rules: [] });
  expect([...made.comments]).toEqual([['sample.title', 'Is it the office?']]);
  const comments = files.get('locales/ru/comments.jsonc') ?? '';
  rmSync(root, { recursive: true });
  root = writeExchangeTree({ 'locales/ru/comments.jsonc': comments });
  expect(unit(out(format), 'sample.title')?.comment).toBe('Is it the office?');
  expect(imported(root, out(format), { rules: [] }).files.size).toBe(0);
});

test('in XLIFF 2.0 an id is a word, whatever the key is', () => {
  rmSync(root, { recursive: true });
  root = writeExchangeTree({ 'locales/en/sample.json': json({ 'a key': 'Your place' }) });
  const ids = [...out('xliff-2.0').matchAll(/<unit id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids.filter((id) => !/^[\p{L}\p{N}_.:-]+$/u.test(id ?? ''))).toEqual([]);
  expect(unit(out('xliff-2.0'), 'sample.a key')?.source).toBe('Your place');
});

test('each unit brings what its translator has to know', () => {
  const shown = [/Heading of the page\./, /30/, /app\/\[locale\]\/page\.tsx/];
  for (const format of formats) for (const one of shown) expect(out(format), format).toMatch(one);
});

test.each([
  ['no XML', '<xliff version="1.2"><file>', /line \d/],
  ['another XML', '<?xml version="1.0"?><tmx version="1.4"/>', /expected <xliff version="1.2"> or 2.0, found <tmx/],
  ['another table', 'name,text\r\n', /expected XLIFF 1.2 or 2.0, PO, or CSV/],
  ['a broken quotation mark', 'key,en,ru\r\na,"b" c,d\r\n', /line/],
])('%s is refused before anything is looked at', (_, text, expected) => {
  expect(() => read(text)).toThrow(expected);
});
