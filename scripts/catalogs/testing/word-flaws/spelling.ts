/** Slips of the finger, in the texts that `seeded-tree.ts` has. `expected` has to be among what the rule suggests. */
export const spellingFlaws = [
  {
    flaw: 'two letters turned round',
    place: 'es start.steps.register',
    change: ['respuestas', 'respeustas'],
    expected: 'respuestas',
  },
  { flaw: 'a letter too few', place: 'es start.steps.confirm', change: ['nueva', 'nuva'], expected: 'nueva' },
  { flaw: 'a letter too many', place: 'ru start.steps.ask', change: ['телефон', 'телефонн'], expected: 'телефон' },
  {
    flaw: 'an unstressed vowel',
    place: 'ru start.steps.register',
    change: ['вопросы', 'вапросы'],
    expected: 'вопросы',
  },
  { flaw: 'another letter', place: 'pt-BR start.steps.wait', change: ['mensagem', 'mensajem'], expected: 'mensagem' },
  {
    flaw: 'one letter of a double one',
    place: 'fr start.steps.confirm',
    change: ['nouvelle', 'nouvele'],
    expected: 'nouvelle',
  },
  { flaw: 'a rule of spelling', place: 'en start.steps.wait', change: ['message', 'messege'], expected: 'message' },
  {
    flaw: 'a letter too few',
    place: 'uk start.steps.wait',
    change: ['повідомлення', 'повідмлення'],
    expected: 'повідомлення',
  },
  {
    flaw: 'two letters turned round',
    place: 'tr start.steps.wait',
    change: ['buraya', 'bruaya'],
    expected: 'buraya',
  },
  {
    flaw: 'a frequent word without dictionary',
    place: 'ht start.steps.wait',
    change: ['mesaj', 'mesja'],
    expected: 'mesaj',
  },
  {
    flaw: 'a frequent word without dictionary',
    place: 'ky start.steps.wait',
    change: ['билдирүү', 'билидрүү'],
    expected: 'билдирүү',
  },
] as const;
