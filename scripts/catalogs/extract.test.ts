import { expect, test } from 'vitest';
import { fieldProblemKinds } from '#core/problem/kinds.ts';
import { extractedKeys, withMissingKeys } from './extract.ts';

const code = (text: string) => [
  { file: 'app/page.tsx', text: `import { useTranslations } from 'next-intl';\n${text}` },
];

test('i18next-parser with the own lexer gives each namespace its keys', async () => {
  const keys = await extractedKeys(
    '/project',
    code(`function A() { const t = useTranslations('start'); return <p>{t('draw.title', { count: 1, context: 'x' })}</p>; }
      function B() { const say = useTranslations('offer.confirm'); return say(yes ? 'button' : 'wait'); }`),
  );
  expect(Object.fromEntries(keys)).toEqual({
    start: { draw: { title: '' } },
    offer: { confirm: { button: '', wait: '' } },
  });
});

test('a pattern gives the keys that the core has values for', async () => {
  const keys = await extractedKeys('/project', code('const t = useTranslations("problem"); t(`field.${kind}`);'));
  expect(Object.keys((keys.get('problem') as { field: object }).field)).toEqual([...fieldProblemKinds]);
});

test('what is missing goes to the end of its group, and nothing else changes', () => {
  const own = { title: 'T', steps: { one: '1' }, last: 'L' };
  const wanted = { last: '', steps: { two: '', one: '' }, more: { a: '' } };
  expect(withMissingKeys(own, wanted)).toEqual({
    catalog: { title: 'T', steps: { one: '1', two: '' }, last: 'L', more: { a: '' } },
    added: ['steps.two', 'more.a'],
  });
  expect(JSON.stringify(withMissingKeys(own, {}).catalog)).toBe(JSON.stringify(own));
});
