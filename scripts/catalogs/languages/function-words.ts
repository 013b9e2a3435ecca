/**
 * The small words of a language that hardly a sentence does without: enough to tell the languages of the screens apart.
 * Chosen from the most frequent words of each language (Snowball's and NLTK's stop-word lists; for ht the pronouns,
 * determiners and markers of Valdman's grammar; for ky, tg, uz-Latn, hy those of their school grammars). Chinese has its
 * commonest particles, which are signs inside of words too.
 */
const lists: Readonly<Record<string, string>> = {
  en: `a an the of and to is are was were be been you your yours we our us they their them it its this that these those with
    for from on at by as or but not have has had do does did will would can could should may might if when where who which
    what how why there here then than an please today tomorrow yesterday`,
  es: `el la los las un una unos unas de del al y o pero que quien en con por para sin sobre es son está están fue ser su
    sus usted ustedes se le les lo no sí si ya muy más como cuando donde este esta esto hay también hoy mañana`,
  'pt-BR': `o a os as um uma uns umas de do da dos das no na nos nas ao à aos às e ou mas que quem em com por pelo pela para
    sem é são está estão foi ser seu sua seus suas você vocês se não sim já muito mais como quando onde este esta isto
    isso há também hoje amanhã`,
  ht: `ou li mwen nou yo se pa nan ak pou ki sa yon la a an lan epi oswa men si lè kote pral ap te gen ka dwe sou avèk tout
    chak sèl deja toujou ankò poko jodi demen`,
  fr: `le la les un une des du de au aux et ou mais que qui dans avec pour par sans sur est sont était être votre vos vous
    nous ils elle elles se ne pas ce cette ces il on en plus comme quand où déjà aussi très demain`,
  ru: `и в во на с со к ко по за из от до у о об не ни но что это как вы вас вам ваш ваша ваше ваши мы нас нам он она они их
    его её для если или когда где чтобы же бы уже ещё только был была было были быть нет да можно нужно сегодня завтра`,
  uk: `і й та в у на з із зі до по за від для не ні але що це як ви вас вам ваш ваша ваше ваші ми нас нам він вона вони їх
    його її якщо або коли де щоб ж би вже ще лише тільки був була було були бути немає так можна треба сьогодні завтра`,
  hy: `և ու է են եք եմ ենք որ այս այդ այն մեր ձեր դուք մենք նրանք նա չի չէ չեն եթե կամ բայց երբ որտեղ ինչ ինչպես համար հետ մեջ
    վրա արդեն դեռ միայն կա չկա կարող պետք այսօր վաղը`,
  ky: `жана менен же бирок бул ал сиз сиздин сизге биз алар эмес эле бар жок үчүн деп да де керек болсо болот эгер качан
    кайда эмне кандай дагы гана эми бүгүн эртең`,
  'uz-Latn': `va bilan yoki lekin bu u siz sizning sizga biz ular emas edi bor yoʻq uchun deb ham kerak boʻlsa boʻladi agar
    qachon qayerda nima qanday yana faqat endi bugun ertaga`,
  tg: `ва бо ё аммо ин он шумо шуморо мо онҳо нест аст буд ҳаст барои ки дар аз ба то агар кай куҷо чӣ чӣ тавр боз танҳо акнун
    ҳам лозим имрӯз фардо`,
  ar: `في من على إلى عن مع هذا هذه ذلك التي الذي أن إن لا ما لم لن قد أو و ثم إذا عند بعد قبل كل هو هي أنت نحن هم كان كانت يكون
    لك لكم اليوم غدا`,
  tr: `ve ile veya ama bu şu o siz sizin size biz onlar değil idi var yok için diye de da gerek olan olarak eğer ne nasıl
    nerede daha sadece şimdi çok bir bugün yarın`,
  'zh-Hans': '的 了 是 在 我 您 们 这 那 不 有 和 与 或 也 就 都 请 可以 如果 会 要 到 为',
};

const sets = new Map(Object.entries(lists).map(([locale, list]) => [locale, new Set(list.trim().split(/\s+/))]));

/** The small words of a language; none of one that has no list yet. */
export function functionWords(locale: string): ReadonlySet<string> {
  return sets.get(locale) ?? new Set();
}

/** The languages that have a list. */
export const describedLocales: readonly string[] = [...sets.keys()];
