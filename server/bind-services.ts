import { ports } from '#core/policy/ports.ts';
import { bindAccount } from './bind-services/account.ts';
import { bindConfirmation } from './bind-services/confirmation.ts';
import { bindDraws } from './bind-services/draws.ts';
import { bindGroup } from './bind-services/group.ts';
import { bindMessages } from './bind-services/messages.ts';
import { bindMyData } from './bind-services/my-data.ts';
import { bindPolicy } from './bind-services/policy.ts';
import { bindPool } from './bind-services/pool.ts';
import { bindRelease } from './bind-services/release.ts';
import { bindReview } from './bind-services/review.ts';
import { bindSpeech } from './bind-services/speech.ts';
import { bindStatistics } from './bind-services/statistics.ts';
import { bindTextReports } from './bind-services/text-reports.ts';
import { setAccountLocale } from './db/repositories/accounts.ts';
import type { Services } from './services.ts';
import { declineOffer, extendOffer } from './use-cases/answer-offer.ts';
import { arrive } from './use-cases/arrive.ts';
import { ask } from './use-cases/ask.ts';
import { assistanceOf } from './use-cases/assistance.ts';
import { choosePorts } from './use-cases/choose-ports.ts';
import { closePool } from './use-cases/close-pool.ts';
import { confirmOffer } from './use-cases/confirm-offer.ts';
import { currentPool } from './use-cases/current-pool.ts';
import { drawPool } from './use-cases/draw-pool.ts';
import { openNextPool } from './use-cases/open-pool.ts';
import { portDay } from './use-cases/port-day.ts';
import { register } from './use-cases/register.ts';
import { saveAnswers } from './use-cases/save-answers.ts';
import { setCapacity } from './use-cases/set-capacity.ts';
import { drawView, pastSlotDays, slotDays, slots } from './use-cases/staff-views.ts';
import { answers, standing } from './use-cases/standing.ts';
import type { Tools } from './use-cases/tools.ts';

/** The use cases with their tools in hand: what pages and routes may call. */
export function bindServices(tools: Tools, facts: Pick<Services, 'mode' | 'sandboxes'>): Services {
  return {
    ...facts,
    ...bindAccount(tools),
    ...bindPool(tools),
    ...bindConfirmation(tools),
    ...bindDraws(tools),
    ...bindMessages(tools),
    ...bindRelease(tools),
    ...bindReview(tools),
    ...bindPolicy(tools),
    ...bindMyData(tools),
    ...bindGroup(tools),
    ...bindSpeech(tools),
    ...bindStatistics(tools),
    ...bindTextReports(tools),
    now: tools.now,
    arrive: (input) => arrive(tools, input),
    speak: ({ accountId, locale }) => setAccountLocale(tools.db.kysely, accountId, locale),
    standing: (accountId) => standing(tools, accountId),
    answers: (accountId, person) => answers(tools, accountId, person),
    openPool: () => currentPool(tools),
    ports: async () => ports.map(({ code, timeZone }) => ({ code, timeZone })),
    saveAnswers: (input) => saveAnswers(tools, input),
    register: (input) => register(tools, input),
    choosePorts: (input) => choosePorts(tools, input),
    ask: (input) => ask(tools, input),
    extendOffer: (input) => extendOffer(tools, input),
    declineOffer: (input) => declineOffer(tools, input),
    confirmOffer: (input) => confirmOffer(tools, input),
    assistance: (accountId) => assistanceOf(tools, accountId),
    drawView: () => drawView(tools),
    slots: (day) => slots(tools, day),
    slotDays: () => slotDays(tools),
    pastSlotDays: () => pastSlotDays(tools),
    portDay: (input) => portDay(tools, input),
    setCapacity: (input) => setCapacity(tools, input),
    openNextPool: (input) => openNextPool(tools, input),
    closePool: (input) => closePool(tools, input),
    drawPool: (input) => drawPool(tools, input),
  };
}
