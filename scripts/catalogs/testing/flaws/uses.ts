import { edit } from '../clean-tree.ts';
import { ask, everywhere, type Flaw, sample } from '../seeding.ts';

const greetBy = (date: string) => ask(`const t = useTranslations('sample'); t('greeting', { name: ${date} });`);

/** Sources and catalogs that do not agree. */
export const useFlaws: readonly Flaw[] = [
  {
    rule: 'undefined',
    flaw: 'a key that no catalog has',
    seed: ask(`const t = useTranslations('sample'); t('nothing');`),
    where: 'app/more.tsx:2',
  },
  {
    rule: 'undefined',
    flaw: 'a group instead of a message',
    seed: ask(`const t = useTranslations(); t('sample');`),
    where: 'app/more.tsx:2',
  },
  {
    rule: 'undefined',
    flaw: 'a pattern without a list',
    seed: ask('const t = useTranslations("sample"); t(`kinds.${kind}`);'),
    where: 'app/more.tsx:2',
  },
  {
    rule: 'unused',
    flaw: 'a message nobody asks for',
    seed: (root) => edit(root, 'app/page.tsx', [`title={t('title')}`, '']),
    where: 'locales/en/sample.json:2',
  },
  {
    rule: 'unreadable-use',
    flaw: 't.raw',
    seed: ask(`const t = useTranslations('sample'); t.raw('title');`),
    where: 'app/more.tsx:2',
  },
  {
    rule: 'unreadable-use',
    flaw: 'a key from anywhere',
    seed: ask(`const t = useTranslations(); t(key);`),
    where: 'app/more.tsx:2',
  },
  {
    rule: 'unreadable-use',
    flaw: 'a t without namespace',
    seed: ask('export function More({ t }) { return t("title"); }'),
    where: 'app/more.tsx:2',
  },
  {
    rule: 'enumerated',
    flaw: 'a kind of problem without a sentence',
    seed: (root) => everywhere(root, 'problem', /\n {4}"missing": "[^"]*",/),
    where: 'locales/en/problem.json:1',
  },
  {
    rule: 'double-stop',
    flaw: 'a Russian date, which has a stop of its own, at the end of a sentence',
    seed(root) {
      greetBy('words.date(day)')(root);
      edit(root, sample('ru'), ['Здравствуйте, {name}', 'Здравствуйте, {name}. Это вы']);
    },
    where: 'locales/ru/sample.json:3',
  },
  {
    rule: 'double-stop',
    flaw: 'a Spanish time, which ends with “a.m.”, at the end of a sentence',
    seed(root) {
      greetBy('unsaid(formatMinute(slot, calendar))')(root);
      edit(root, sample('es'), ['Hola, {name}', 'Hola, {name}. Es usted']);
    },
    where: 'locales/es/sample.json:3',
  },
];
