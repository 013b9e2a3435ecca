import type { Locale } from '#core/language/locales.ts';
import type accessibility from '#locales/en/accessibility.json';
import type account from '#locales/en/account.json';
import type appointment from '#locales/en/appointment.json';
import type ask from '#locales/en/ask.json';
import type assisted from '#locales/en/assisted.json';
import type common from '#locales/en/common.json';
import type confirmation from '#locales/en/confirmation.json';
import type document from '#locales/en/document.json';
import type draft from '#locales/en/draft.json';
import type draws from '#locales/en/draws.json';
import type exit from '#locales/en/exit.json';
import type group from '#locales/en/group.json';
import type install from '#locales/en/install.json';
import type language from '#locales/en/language.json';
import type messages from '#locales/en/messages.json';
import type meta from '#locales/en/meta.json';
import type myData from '#locales/en/myData.json';
import type notice from '#locales/en/notice.json';
import type offer from '#locales/en/offer.json';
import type phone from '#locales/en/phone.json';
import type policy from '#locales/en/policy.json';
import type port from '#locales/en/port.json';
import type problem from '#locales/en/problem.json';
import type question from '#locales/en/question.json';
import type register from '#locales/en/register.json';
import type release from '#locales/en/release.json';
import type review from '#locales/en/review.json';
import type sandbox from '#locales/en/sandbox.json';
import type signal from '#locales/en/signal.json';
import type signIn from '#locales/en/signIn.json';
import type staff from '#locales/en/staff.json';
import type standing from '#locales/en/standing.json';
import type start from '#locales/en/start.json';
import type statistics from '#locales/en/statistics.json';
import type textReport from '#locales/en/textReport.json';
import type timeline from '#locales/en/timeline.json';
import type verify from '#locales/en/verify.json';
import type waiting from '#locales/en/waiting.json';
import type withdraw from '#locales/en/withdraw.json';
import { areaFiles } from './published-files.ts';

/**
 * The areas of the screens: `locales/<tag>/<area>.json` is the namespace `<area>`. A new area needs its lines here.
 * Their types come from `locales/en/<area>.d.json.ts`, which `next typegen` writes.
 */
export type Messages = {
  readonly accessibility: typeof accessibility;
  readonly appointment: typeof appointment;
  readonly account: typeof account;
  readonly ask: typeof ask;
  readonly assisted: typeof assisted;
  readonly common: typeof common;
  readonly confirmation: typeof confirmation;
  readonly document: typeof document;
  readonly draws: typeof draws;
  readonly exit: typeof exit;
  readonly draft: typeof draft;
  readonly group: typeof group;
  readonly install: typeof install;
  readonly language: typeof language;
  readonly messages: typeof messages;
  readonly meta: typeof meta;
  readonly myData: typeof myData;
  readonly notice: typeof notice;
  readonly offer: typeof offer;
  readonly phone: typeof phone;
  readonly policy: typeof policy;
  readonly port: typeof port;
  readonly problem: typeof problem;
  readonly question: typeof question;
  readonly register: typeof register;
  readonly release: typeof release;
  readonly review: typeof review;
  readonly sandbox: typeof sandbox;
  readonly signal: typeof signal;
  readonly signIn: typeof signIn;
  readonly staff: typeof staff;
  readonly start: typeof start;
  readonly standing: typeof standing;
  readonly statistics: typeof statistics;
  readonly textReport: typeof textReport;
  readonly timeline: typeof timeline;
  readonly verify: typeof verify;
  readonly waiting: typeof waiting;
  readonly withdraw: typeof withdraw;
};
type Area = keyof Messages;

const areas = {
  accessibility: true,
  appointment: true,
  account: true,
  ask: true,
  assisted: true,
  common: true,
  confirmation: true,
  document: true,
  draws: true,
  exit: true,
  draft: true,
  group: true,
  install: true,
  language: true,
  messages: true,
  meta: true,
  myData: true,
  notice: true,
  offer: true,
  phone: true,
  policy: true,
  port: true,
  problem: true,
  question: true,
  register: true,
  release: true,
  review: true,
  sandbox: true,
  signal: true,
  signIn: true,
  staff: true,
  start: true,
  standing: true,
  statistics: true,
  textReport: true,
  timeline: true,
  verify: true,
  waiting: true,
  withdraw: true,
} satisfies Record<Area, true>;

/** All messages of one language, precompiled by next-intl's loader where the build reads them. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const loaded = await Promise.all(
    Object.keys(areas).map(async (area) => {
      const file = await areaFiles[locale]?.(area);
      if (!file) throw new Error(`${locale} is not published: run npm run build`);
      return [area, file.default] as const;
    }),
  );
  // The check of the catalogs proves that each language has the keys and arguments of `en`.
  return Object.fromEntries(loaded) as Messages;
}
