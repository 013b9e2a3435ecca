import { describe, expect, test } from 'vitest';
import { keysUsed } from './lexer.ts';

const imports = `import { useTranslations } from 'next-intl'; import { getTranslations } from 'next-intl/server';`;

function keysOf(code: string): readonly string[] {
  return keysUsed(`${imports}\n${code}`, 'page.tsx').map((use) =>
    use.kind === 'key' ? use.key : `${use.kind}: ${use.key}`,
  );
}

describe('what the sources ask for is read off the syntax tree', () => {
  test.each([
    ['a literal key', `const t = useTranslations('start'); t('title');`, ['start.title']],
    ['a template without holes', 'const t = useTranslations(`start`); t(`title`);', ['start.title']],
    ['an awaited translator', `const t = await getTranslations('offer'); t('title');`, ['offer.title']],
    [
      'a namespace by option',
      `const t = await getTranslations({ locale, namespace: 'offer.confirm' }); t('button');`,
      ['offer.confirm.button'],
    ],
    ['a translator without namespace', `const t = useTranslations(); t('start.title');`, ['start.title']],
    [
      'createTranslator',
      `const t = createTranslator({ locale, messages, namespace: 'notice' }); t('subject');`,
      ['notice.subject'],
    ],
    [
      'an import under another name',
      `import { useTranslations as words } from 'next-intl'; const say = words('start'); say('title');`,
      ['start.title'],
    ],
    ['a renamed translator', `const t = useTranslations('start'); const say = t; say('title');`, ['start.title']],
    ['a call on the spot', `(await getTranslations('start'))('title');`, ['start.title']],
    [
      'Promise.all',
      `const [t, words] = await Promise.all([getTranslations('start'), getWords()]); t('title');`,
      ['start.title'],
    ],
    [
      'rich and markup',
      `const t = useTranslations('start'); t.rich('a', {}); t.markup('b', {});`,
      ['start.a', 'start.b'],
    ],
    ['has', `const t = useTranslations('start'); t.has('a');`, ['asked: start.a']],
    ['raw', `const t = useTranslations('start'); t.raw('a');`, ['raw: start.a']],
    ['JSX', `const t = useTranslations('start'); const x = <p title={t('a')}>{t('b')}</p>;`, ['start.a', 'start.b']],
    ['a template with a hole', 'const t = useTranslations("problem"); t(`field.${kind}`);', ['problem.field.*']],
    ['two holes', 'const t = useTranslations("problem"); t(`${kind}.${part}`);', ['problem.*.*']],
    ['a key that is one hole', `const t = useTranslations('register.sex'); t(sex);`, ['register.sex.*']],
    ['a namespace with a hole', 'const t = await getTranslations(`status.${step}`); t("title");', ['status.*.title']],
    ['either of two keys', `const t = useTranslations('start'); t(first ? 'a' : 'b');`, ['start.a', 'start.b']],
    [
      'a condition inside of a template',
      'const t = useTranslations("start"); t(`${first ? "a" : "b"}.title`);',
      ['start.a.title', 'start.b.title'],
    ],
    ['a key or its default', `const t = useTranslations('start'); t(given ?? 'b');`, ['start.*', 'start.b']],
    ['glued with +', `const t = useTranslations('start'); t('a.' + kind);`, ['start.a.*']],
    [
      'a constant key',
      `const t = useTranslations('start'); const key = first ? 'a' : 'b'; t(key);`,
      ['start.a', 'start.b'],
    ],
    [
      'a constant table',
      `const keys = { open: 'a', shut: 'b.c' } as const; const t = useTranslations('start'); t(keys[state]);`,
      ['start.a', 'start.b.c'],
    ],
    [
      'a table of tables',
      `const k = { x: { title: 'a' }, y: { title: 'b' } }; const t = useTranslations('start'); t(k[which].title);`,
      ['start.a', 'start.b'],
    ],
    ['a let may change', `const t = useTranslations('start'); let key = 'a'; t(key);`, ['start.*']],
  ])('%s', (_name, code, keys) => {
    expect(keysOf(code)).toEqual(keys);
  });
});

describe('namespaces follow the scopes of the language', () => {
  test('two components of a file have namespaces of their own', () => {
    const code = `function A() { const t = useTranslations('a'); return t('x'); } function B() { const t = useTranslations('b'); return t('x'); }`;
    expect(keysOf(code)).toEqual(['a.x', 'b.x']);
  });

  test('an inner t hides the outer one, and only inside', () => {
    const code = `const t = useTranslations('a'); { const t = useTranslations('b'); t('x'); } t('y'); rows.map((row) => t('z'));`;
    expect(keysOf(code)).toEqual(['b.x', 'a.y', 'a.z']);
  });

  test.each([
    ['Translator', `function A({ t }: { readonly t: Translator<'offer'> }) { return t('x'); }`],
    ['Readonly', `function A({ t }: Readonly<{ t: Translator<'offer'> }>) { return t('x'); }`],
    ['ReturnType', `function A(t: ReturnType<typeof useTranslations<'offer'>>) { return t('x'); }`],
    ['Awaited', `function A(t: Awaited<ReturnType<typeof getTranslations<'offer'>>>) { return t('x'); }`],
    ['an alias', `type T = Translator<'offer'>; const a = (t: T) => t('x');`],
    [
      'properties declared beside',
      `type Props = { t: Translator<'offer'> }; function A({ t }: Props) { return t('x'); }`,
    ],
    ['an interface', `interface Props { t: Translator<'offer'> } function A({ t: say }: Props) { return say('x'); }`],
    [
      'properties not taken apart',
      `type Props = { id: string } & { t: Translator<'offer'> }; function A(props: Props) { return props.t.rich('x'); }`,
    ],
  ])('a t that is handed on has the namespace of its type: %s', (_name, code) => {
    expect(keysOf(code)).toEqual(['offer.x']);
  });

  test('a t that nobody explains is told rather than passed over', () => {
    expect(keysOf(`function A({ t }) { return t('x'); }`)).toEqual(['unknown: t']);
    expect(keysOf(`function A(props) { return props.t.rich('x'); }`)).toEqual(['unknown: props.t.rich']);
  });

  test('a function of the file that is called t is no translator', () => {
    expect(keysOf(`function t(x: string) { return x; } t('x'); rows.forEach((x) => x.t.toString());`)).toEqual([]);
  });

  test('a key that could be anything of any area is told', () => {
    expect(keysOf(`const t = useTranslations(); t(key);`)).toEqual(['unreadable: t(key)']);
  });

  test.each([
    ['on the spot', 't(`x`, { when: words.slot(at), name })', [['when', ['dateTime']]]],
    ['inside of something else', 't(`x`, { when: at === null ? `` : unsaid(words.day(at)) })', [['when', ['day']]]],
    ['under a name', 'const day = words.date(at); t(`x`, { day })', [['day', ['date']]]],
    ['by a function', 'const day = (at) => words.date(at); t(`x`, { when: day(at) })', [['when', ['date']]]],
    [
      'put together elsewhere',
      'const all = { now: formatTime(at, calendar) }; t(`x`, { ...all })',
      [['now', ['time']]],
    ],
    [
      'on the phone',
      't(`x`, { when: `{when}`, name: `{name}` })'.replaceAll('`{', "'{").replaceAll('}`', "}'"),
      [['when', ['dateTime']]],
    ],
    ['of another name', 'const day = words.date(at); t(`x`, { name: `Ana` })', []],
  ])('a date that is written into a message %s is known', (_title, code, dates) => {
    const [use] = keysUsed(`${imports}\nconst t = useTranslations('a'); ${code}`, 'page.tsx');
    expect([...(use?.dates ?? [])].filter(([name]) => name !== 'all')).toEqual(dates);
  });

  test('line numbers count from 1', () => {
    const [use] = keysUsed(`const t = useTranslations('a');\n\nt('x');`, 'page.ts');
    expect(use).toMatchObject({ kind: 'key', key: 'a.x', file: 'page.ts', line: 3 });
  });
});
