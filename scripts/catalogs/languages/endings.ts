import { folded, frenchElision } from './folding.ts';

/**
 * The endings with which a word of a language goes through its forms: enough to know *solicitudes* for *solicitud* and
 * *заявку* for *заявка*, and to keep *registración* apart from *registro*. Shortened from the endings that the light
 * stemmers of these languages take off (Snowball for en, es, fr, pt, ru, tr and hy; light10 for ar; Savoy's light
 * stemmer carried over from ru to uk), and for ky, uz and tg from the tables of case, possession and person in their
 * school grammars. Haitian Creole and Chinese words have one form.
 */
export type Endings = {
  /** Taken off the form of the dictionary; what is left stays the same in all forms. */
  readonly citation: RegExp;
  /** What may stand after it. */
  readonly after: RegExp;
  /** What may stand before the word without a space. */
  readonly before?: RegExp;
};

const none: Endings = { citation: /$/, after: /^$/ };

/** Some of these in a row, as agglutinating languages have them. */
function chain(endings: string, locale: string): RegExp {
  // What a poor keyboard loses is lost in endings, too: `дархостҳо`, `дархостхо`.
  const all = endings
    .trim()
    .split(/\s+/)
    .flatMap((ending) => [ending, folded(ending, locale)]);
  return new RegExp(`^(?:${[...new Set(all)].join('|')})*$`);
}

function one(endings: string): RegExp {
  return new RegExp(`^(?:${words(endings)})?$`);
}

function words(endings: string): string {
  return endings.trim().split(/\s+/).join('|');
}

const russianNouns =
  'а я о е ё у ю ы и й ь ом ем ём ой ей ёй ою ею ью ов ев ёв ам ям ами ями ах ях ия ие ии ию ий ией ием иям иями иях';
const russianAdjectives = 'ый ая ое ые ого его ому ему ым им ых их ыми ими ую юю яя ее';
const russianVerbs =
  'ть ти чь ю у ешь ет ем ете ют ут ишь ит им ите ят ат л ла ло ли й йте ь ьте и ся сь ет ёт ёте ён ена ено ены ан ана ано аны ённый енный нный т ил ила или ило ел ал ала али ало ать ить еть ает аете ают аем яет яют яете ует уют уйте овать овал овала овали овало уется уются нная нное нные нного нному нной нном нным нных нными нную ны на но н';

const endingsOf: Readonly<Record<string, Endings>> = {
  en: { citation: /(?<=.{3})(?:e|y)$/, after: one('s es d ed ing e y ies ied ation') },
  es: {
    citation: /(?<=.{2})(?:[aeo]|[aei]r|[aei]rse)$/,
    after: new RegExp(
      `^(?:${words('a o e as os es an en amos emos imos ó é í aste iste aron ieron ió aba aban ía ían ará erá irá arán erán irán ado ada ados adas ido ida idos idas ando iendo ar er ir')})?(?:${words('se me le les lo la los las')}){0,2}$`,
    ),
  },
  'pt-BR': {
    citation: /(?<=.{2})(?:[aeo]|[aei]r|[aei]r-se|ão)$/,
    after: one(
      'e-se ar-se a-se em-se a o e as os es am em amos emos imos ou ei eu iu aram eram iram ava avam ia iam ará erá irá ado ada ados adas ido ida idos idas ando endo indo ar er ir ão ões arem erem',
    ),
  },
  fr: {
    citation: /(?<=.{3})(?:e|er|ir|re)$/,
    after: one('s x e es er ez é ée és ées ent ons ant i ie is ies it ir re ra ront eront era ait aient issez'),
    before: frenchElision,
  },
  ru: {
    citation: /(?<=.{3})(?:ия|ие|ий|ый|ая|ое|нный|(?:овать|ить|ать|еть|ять)(?:ся)?|[аяоеёьйи])$/,
    after: new RegExp(`^(?:${words(`${russianNouns} ${russianAdjectives} ${russianVerbs}`)})?(?:ся|сь)?$`),
  },
  uk: {
    citation: /(?<=.{3})(?:ія|ий|ати|ити|іти|яти|[аяоеєьйи])$/,
    after: one(
      'а я о е є у ю и і ї й ь ом ем єм ою ею єю ів їв ам ям ами ями ах ях ові еві єві ія ії ію ією ій ий ого ому им их ими ті ати ити іти яти ає ають ить ять имо ємо йте іть в ла ло ли вся лася лося лися тися ться ся сь ено ана ано ані ений аний',
    ),
  },
  hy: {
    citation: /(?<=.{3})(?:ել|ալ|ում)$/,
    after: chain('ը ն ի ին ից ով ում եր ներ երը ների իս դ ս ել ալ եք են է ած ելու ելու', 'hy'),
  },
  ky: {
    citation: /(?<=.{3})(?:уу|үү|оо|өө)$/,
    after: chain(
      'лар лер лор лөр дар дер дор дөр тар тер тор төр ы и у ү сы си су сү ын ин ун үн нын нин нун нүн дын дин дун дүн тын тин тун түн ны ни ну нү ды ди ду дү ты ти ту тү га ге го гө ка ке ко кө на не да де до дө та те то тө дан ден дон дөн тан тен тон төн нан нен уу үү оо өө дагы деги догу дөгү тагы теги тогу төгү сыз сиз суз сүз м ыңыз иңиз уңуз үңүз ңыз ңиз ңуз ңүз ыз из',
      'ky',
    ),
  },
  'uz-Latn': {
    citation: /(?<=.{3})(?:moq|ish|lik)$/,
    after: chain(
      'lar i si ni ning ga ka qa da dan dagi im ing ingiz miz imiz ngiz siz dasiz man li lik moq ish di gan adi ydi ng',
      'uz-Latn',
    ),
  },
  tg: {
    citation: /(?<=.{3})(?:ан|ӣ)$/,
    after: chain('ҳо он гон и ро ам ат аш амон атон ашон е ӣ ед анд ад м д ан', 'tg'),
  },
  ar: {
    citation: /(?<=.{2})[ةه]$/,
    after: chain('ة ه ت ات ان ين ون ي ك كم نا ها هم وا', 'ar'),
    before: /^(?:[وف]?(?:[بكل]?ال|لل)|[وفبكل])(?=.{2})/,
  },
  tr: {
    citation: /(?<=.{3})m[ae]k$/,
    after: chain(
      'lar ler ı i u ü sı si su sü ın in un ün nın nin nun nün yı yi yu yü a e ya ye na ne da de ta te dan den tan ten nda nde ndan nden ım im um üm ınız iniz unuz ünüz nız niz nuz nüz yla yle la le ları leri dır dir dı di du dü tı ti mak mek ma me',
      'tr',
    ),
  },
};

/** Tells whether a word is a form of this one; all in small letters. */
export function stemOf(dictionary: string, locale: string): (word: string) => boolean {
  const { citation, after, before } = endingsOf[locale] ?? none;
  const stem = dictionary.replace(citation, '');
  // `celular` is a noun in -ar and no verb: its forms stand after the whole word, too.
  const isForm = (word: string) =>
    word.startsWith(stem) &&
    (after.test(word.slice(stem.length)) || (word.startsWith(dictionary) && after.test(word.slice(dictionary.length))));
  return (word) => {
    if (isForm(word)) return true;
    const core = before && word.replace(before, '');
    return core !== undefined && isForm(core);
  };
}
