/** Messages of each kind, right in every language: arguments, forms, tags, numbers, addresses, marks, lines. */
export type Sample = {
  readonly title: string;
  readonly greeting: string;
  readonly people: string;
  readonly choice: string;
  readonly rich: string;
  readonly nobody: string;
  readonly letter: string;
  readonly nested: string;
};

export const samples = {
  en: {
    title: 'Your place',
    greeting: 'Hello {name}',
    people: '{count, plural, one {{countText} person} other {{countText} people}}',
    choice: '{sex, select, female {she} other {they}}',
    rich: 'Read the <link>terms</link>',
    nobody: '{count, plural, =0 {Nobody waits} one {{countText} person waits} other {{countText} people wait}}',
    letter: 'Write to help@example.org or call +1 555 010 0199 before 11:00 (not later).\n\nThen press “Allow”.',
    nested: '<bold>Read <link>this page</link></bold>',
  },
  es: {
    title: 'Su cupo',
    greeting: 'Hola, {name}',
    people: '{count, plural, one {{countText} persona} other {{countText} personas}}',
    choice: '{sex, select, female {ella} other {esa persona}}',
    rich: 'Lea las <link>condiciones</link>',
    nobody: '{count, plural, =0 {Nadie espera} one {{countText} persona espera} other {{countText} personas esperan}}',
    letter:
      'Escriba a help@example.org o llame al +1 555 010 0199 antes de las 11:00 (no más tarde).\n\nLuego oprima “Permitir”.',
    nested: '<bold>Lea <link>esta página</link></bold>',
  },
  ht: {
    title: 'Plas ou',
    greeting: 'Bonjou {name}',
    people: '{count, plural, =1 {{countText} moun} other {{countText} moun}}',
    choice: '{sex, select, female {fi sa a} other {moun sa a}}',
    rich: 'Li <link>kondisyon yo</link>',
    nobody: '{count, plural, =0 {Pèsonn pa ap tann} other {{countText} moun ap tann}}',
    letter:
      'Ekri help@example.org oswa rele +1 555 010 0199 anvan 11:00 (pa pita).\n\nApre sa, peze «\u00A0Pèmèt\u00A0».',
    nested: '<bold>Li <link>paj sa a</link></bold>',
  },
  ru: {
    title: 'Ваше место',
    greeting: 'Здравствуйте, {name}',
    people:
      '{count, plural, one {{countText} человек} few {{countText} человека} many {{countText} человек} other {{countText} человека}}',
    choice: '{sex, select, female {она} other {этот человек}}',
    rich: 'Прочитайте <link>условия</link>',
    nobody:
      '{count, plural, =0 {Никто не ждёт} one {Ждёт {countText} человек} few {Ждут {countText} человека} many {Ждут {countText} человек} other {Ждут {countText} человека}}',
    letter:
      'Напишите на help@example.org или позвоните: +1 555 010 0199 до 11:00 (не позже).\n\nПотом нажмите «Разрешить».',
    nested: '<bold>Прочитайте <link>эту страницу</link></bold>',
  },
  'pt-BR': {
    title: 'Sua vaga',
    greeting: 'Olá, {name}',
    people: '{count, plural, one {{countText} pessoa} other {{countText} pessoas}}',
    choice: '{sex, select, female {ela} other {essa pessoa}}',
    rich: 'Leia os <link>termos</link>',
    nobody: '{count, plural, =0 {Ninguém espera} one {{countText} pessoa espera} other {{countText} pessoas esperam}}',
    letter:
      'Escreva para help@example.org ou ligue para +1 555 010 0199 antes das 11:00 (não mais tarde).\n\nDepois toque em “Permitir”.',
    nested: '<bold>Leia <link>esta página</link></bold>',
  },
  ar: {
    title: 'مكانك',
    greeting: 'مرحبًا {name}',
    people:
      '{count, plural, zero {لا أحد} one {شخص واحد} two {شخصان} few {{countText} أشخاص} many {{countText} شخصًا} other {{countText} شخص}}',
    choice: '{sex, select, female {هي} other {هذا الشخص}}',
    rich: 'اقرأ <link>الشروط</link>',
    nobody:
      '{count, plural, zero {لا أحد ينتظر} one {شخص واحد ينتظر} two {شخصان ينتظران} few {{countText} أشخاص ينتظرون} many {{countText} شخصًا ينتظرون} other {{countText} شخص ينتظرون}}',
    letter: 'اكتب إلى help@example.org، أو اتصل على +1 555 010 0199 قبل 11:00 (وليس بعدها).\n\nثم اضغط «السماح».',
    nested: '<bold>اقرأ <link>هذه الصفحة</link></bold>',
  },
  'zh-Hans': {
    title: '您的名额',
    greeting: '您好，{name}',
    people: '{count, plural, other {{countText}人}}',
    choice: '{sex, select, female {她} other {这个人}}',
    rich: '请阅读<link>条款</link>',
    nobody: '{count, plural, =0 {没有人在等} other {{countText}人在等}}',
    letter: '请写信到 help@example.org，或在11:00之前拨打 +1 555 010 0199（不要更晚）。\n\n然后按“允许”。',
    nested: '<bold>请阅读<link>本页</link></bold>',
  },
} satisfies Record<string, Sample>;

/** A long text with a heading, a list and an emphasis; front matter apart. */
export const pages = {
  en: { title: 'Page', body: '## Heading\n\nText.\n\n1. First step.\n2. The *second* step.' },
  es: { title: 'Página', body: '## Título\n\nTexto.\n\n1. Primer paso.\n2. El *segundo* paso.' },
  ht: { title: 'Paj', body: '## Tit\n\nTèks.\n\n1. Premye etap.\n2. *Dezyèm* etap la.' },
  ru: { title: 'Страница', body: '## Заголовок\n\nТекст.\n\n1. Первый шаг.\n2. *Второй* шаг.' },
  'pt-BR': { title: 'Página', body: '## Título\n\nTexto.\n\n1. Primeiro passo.\n2. O *segundo* passo.' },
} as const;
