import { countSellerReports } from '../db/repositories/seller-reports.ts';
import type { MessagesServices } from '../services/messages.ts';
import { checkMessage, messageAnswer } from '../use-cases/check-message.ts';
import { mailbox } from '../use-cases/mailbox.ts';
import { chooseDiscretion, messages, sendTestMessage, switchPushOff, switchPushOn } from '../use-cases/messages.ts';
import { reportSeller, sellerReports } from '../use-cases/report-seller.ts';
import { takeTry } from '../use-cases/take-try.ts';
import type { Tools } from '../use-cases/tools.ts';

export function bindMessages(tools: Tools): MessagesServices {
  return {
    messages: (who) => messages(tools, who),
    switchPushOn: (input) => switchPushOn(tools, input),
    switchPushOff: (input) => switchPushOff(tools, input),
    chooseDiscretion: (input) => chooseDiscretion(tools, input),
    sendTestMessage: (input) => sendTestMessage(tools, input),
    mayBeginSession: ({ network }) => takeTry(tools, 'open-form', { network, all: '' }),
    checkMessage: (input) => checkMessage(tools, input),
    messageAnswer: (sealed) => messageAnswer(tools, sealed),
    reportSeller: (input) => reportSeller(tools, input),
    countSellerReports: () => countSellerReports(tools.db.kysely),
    sellerReports: () => sellerReports(tools),
    mailbox: (who) => mailbox(tools, who),
  };
}
