/**
 * Words that differ in accents alone and are two words, by language; as `quien/quién`. Sources: the spelling rules of
 * the Real Academia Española (tilde diacrítica), of the Acordo Ortográfico of 1990, of the Académie française, of the
 * Institut Pédagogique National of Haiti, Rosental (ё), Türk Dil Kurumu; verbs by their conjugation.
 */
const lists: Readonly<Record<string, string>> = {
  en: 'officers/officer’s',
  es: `el/él tu/tú mi/mí si/sí se/sé de/dé te/té mas/más que/qué quien/quién quienes/quiénes cual/cuál cuales/cuáles
    como/cómo cuando/cuándo cuanto/cuánto cuantos/cuántos cuanta/cuánta cuantas/cuántas donde/dónde adonde/adónde
    aun/aún solo/sólo este/esté/éste esta/está/ésta estas/estás ese/ése esa/ésa papa/papá`,
  'pt-BR': `de/dê e/é a/à as/às que/quê por/pôr nos/nós esta/está da/dá das/dás para/pára pode/pôde tem/têm vem/vêm
    pais/país avo/avó/avô publica/pública numero/número secretaria/secretária`,
  ht: `se/sè te/tè ale/alè kle/klè men/mèn pye/pyè fo/fò le/lè pe/pè me/mè de/dè po/pò ko/kò mo/mò bo/bò so/sò pot/pòt
    ve/vè we/wè pan/pàn fe/fè ke/kè`,
  fr: `a/à ou/où la/là des/dès du/dû sur/sûr mur/mûr pres/prés/près cote/côte/côté tache/tâche notre/nôtre votre/vôtre
    mais/maïs jeune/jeûne ca/çà/ça`,
  ru: 'все/всё чем/чём небо/нёбо узнает/узнаёт узнаем/узнаём дает/даёт',
  tr: `on/ön ol/öl oldu/öldü kul/kül hala/hâlâ kar/kâr sinir/sınır dis/dış/diş ucu/üçü ac/aç/açı
    is/iş kus/kuş su/şu ise/işe mi/mı/mu/mü`,
  ky: 'он/өң тор/төр бол/бөл ук/үк уч/үч ок/өк бул/бүл',
  tg: 'кор/қор гул/ғул ки/кӣ чи/чӣ сарҳади/сарҳадӣ марказӣ/маркази гаити/гаитӣ',
  ar: 'ان/أن/إن علي/على الي/إلي/إلى انا/أنا أطلب/اطلب أسأل/اسأل',
  'uz-Latn': 'on/oʻn tor/toʻr kop/koʻp boldi/boʻldi bosh/boʻsh ochib/oʻchib oz/oʻz',
};

/** Verbs whose forms an accent on the last vowel tells apart: *uso, usó*, *demande, demandé*. */
const lastVowel: Readonly<Record<string, RegExp>> = { es: /[oóeé]$/, fr: /[eé]e?s?$/ };

const sets = new Map(
  Object.entries(lists).map(([locale, list]) => [
    locale,
    list
      .trim()
      .split(/\s+/)
      .map((set) => new Set(set.split('/'))),
  ]),
);

/** Whether these spellings, equal without their accents, are different words of the language. */
export function areDifferentWords(spellings: readonly string[], locale: string): boolean {
  if ((sets.get(locale) ?? []).some((set) => spellings.every((spelling) => set.has(spelling)))) return true;
  const last = lastVowel[locale];
  const [first, ...others] = spellings.map((spelling) => last && spelling.replace(last, ''));
  return (
    first !== undefined &&
    spellings.every((spelling) => last?.test(spelling)) &&
    others.every((other) => other === first)
  );
}

/** Words of a language that can be taken apart into two words which stand side by side elsewhere, and are one all the same. */
const joined: Readonly<Record<string, string>> = {
  en: 'into togo along today maybe another everyone someone cannot',
  es: 'queda vea quiénes verla verlas verlo leerlo conmigo aa',
  'pt-BR': 'uma como demais porque agente desenha cuidado aa',
  ht: 'ase lan kite alè',
  ru: 'поэтому разрешает затем зачем сих',
  uk: 'акаунті коді закороткий мине вище разі щодо той',
  tg: 'модар одамонро',
};

/** Pronouns that are written onto a verb: *revisarla* beside *revisar la foto*. */
const enclitics: Readonly<Record<string, RegExp>> = { es: /[áéíaei]r(?:me|te|se|nos)?(?:l[aeo]s?)?$/ };

export function isOneWord(word: string, locale: string): boolean {
  if (enclitics[locale]?.test(word)) return true;
  return (joined[locale] ?? '').split(' ').includes(word);
}
