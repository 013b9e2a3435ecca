import { getTranslations } from 'next-intl/server';
import type { Locale } from '#core/language/locales.ts';
import type { Page, ProblemPage } from '#server/http/pages.ts';
import type { FormPath } from '../_forms/form-definition.ts';
import { forms, isFormPath } from '../_forms/forms.ts';
import { type DocumentSlug, shownDocument } from '../_way/shown-document.ts';

const documents = ['terms', 'help', 'privacy', 'accessibility'] as const satisfies readonly (DocumentSlug & Page)[];
/** Others that are the same for everybody, and without a form. */
const otherOpen: readonly string[] = [
  'start',
  'language',
  'signed-out',
  'offline',
  'phone',
  'policies',
  'statistics',
  'draws',
  'draws/how',
  'draws/check',
  'draws/own',
  'draws/cheat',
];

/** What a report is about, as far as the page can tell it. */
export type Screen = {
  /** As the report names it: a page's path, `problems/<kind>` or `start`. */
  readonly path: string;
  /** Its heading, as the reader saw it. */
  readonly name: string;
  /** Texts of it that can be told without making it; empty where none can. */
  readonly texts: readonly string[];
  /**
   * A link leads back to it as it was. To a form or a person's page it would lead without what was typed, or to the same
   * question about somebody else: the browser's own way back keeps them.
   */
  readonly isOpen: boolean;
};

/** The screen that a link to the report names; null for anything that is none. */
export async function screenOf(locale: Locale, path: string | undefined): Promise<Screen | null> {
  if (path === undefined) return null;
  if (isFormPath(path)) {
    const { title, lead, button, leave, labels } = await forms[path].words(locale, 'head', {});
    const texts = [title, lead, ...Object.values(labels), button, leave?.text];
    return { path, name: title, texts: [...new Set(texts.filter((text) => text !== undefined))], isOpen: false };
  }
  const slug = documents.find((known) => known === path);
  if (slug) {
    const { title, markdown } = await shownDocument(locale, slug);
    const headings = [...markdown.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
    return { path, name: title, texts: [title, ...headings], isOpen: true };
  }
  const names: Readonly<Record<string, string>> = await otherNames(locale);
  const name = Object.hasOwn(names, path) ? names[path] : undefined;
  return name === undefined ? null : { path, name, texts: [], isOpen: otherOpen.includes(path) };
}

type Others = Exclude<Page, FormPath | DocumentSlug | ''> | `problems/${ProblemPage}` | 'start';

async function otherNames(locale: Locale): Promise<Readonly<Record<Others, string>>> {
  const t = await getTranslations({ locale });
  return {
    start: t('start.title'),
    language: t('language.title'),
    offline: t('phone.offline.title'),
    phone: t('phone.title'),
    waiting: t('waiting.title'),
    'signed-out': t('signIn.out.title'),
    draws: t('draws.title'),
    'draws/day': t('draws.title'),
    'draws/how': t('draws.how.title'),
    'draws/check': t('verify.title'),
    'draws/own': t('draws.own.title'),
    'draws/cheat': t('draws.cheat.title'),
    'is-it-from-us/answer': t('messages.fromUs.title'),
    'report-seller/thanks': t('messages.thanks.title'),
    policies: t('policy.title'),
    statistics: t('statistics.title'),
    'report-text': t('textReport.title'),
    'report-text/thanks': t('textReport.thanks.title'),
    'sandbox/sign-in': t('sandbox.signIn.title'),
    'sandbox/mailbox': t('sandbox.mailbox.title'),
    account: t('account.home.title'),
    'account/code': t('account.code.title'),
    'account/lost': t('account.lost.title'),
    'my-data': t('myData.title'),
    'my-data/deleted': t('myData.deleted.title'),
    'register/group': t('group.title'),
    'register/person': t('group.person.title'),
    'register/check': t('register.check.title'),
    'group/split': t('group.split.title'),
    status: t('standing.title'),
    messages: t('messages.title'),
    offer: t('offer.title'),
    confirmation: t('confirmation.title'),
    assisted: t('assisted.title'),
    staff: t('staff.home.title'),
    'staff/capacity': t('staff.capacity.title'),
    'staff/draw': t('staff.draw.title'),
    'staff/policies': t('policy.proposal.home'),
    'staff/day': t('staff.day.title'),
    'staff/reviews': t('review.list.title'),
    'staff/review': t('review.one.title'),
    'staff/lost-code': t('staff.lostCode.title'),
    'staff/new-code': t('staff.newCode.title'),
    'staff/reports': t('staff.reports.title'),
    'problems/not-found': t('problem.not-found.title'),
    'problems/method-not-allowed': t('problem.method-not-allowed.title'),
    'problems/foreign-origin': t('problem.foreign-origin.title'),
    'problems/unexpected': t('problem.unexpected.title'),
    'problems/too-many-tries': t('problem.too-many-tries.title'),
  };
}
