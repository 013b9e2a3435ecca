import type { AccountServices } from '../services/account.ts';
import { account, confirmCode, renewCode, showCode, shownCode, signOutEverywhere } from '../use-cases/account-code.ts';
import { makeCodeAccount, signInByCode } from '../use-cases/sign-in-by-code.ts';
import type { Tools } from '../use-cases/tools.ts';

export function bindAccount(tools: Tools): AccountServices {
  return {
    makeCodeAccount: (input) => makeCodeAccount(tools, input),
    signInByCode: (input) => signInByCode(tools, input),
    showCode: (input) => showCode(tools, input),
    shownCode: (sessionHash) => shownCode(tools, sessionHash),
    confirmCode: (input) => confirmCode(tools, input),
    renewCode: (input) => renewCode(tools, input),
    signOutEverywhere: (accountId) => signOutEverywhere(tools, accountId),
    account: (accountId) => account(tools, accountId),
  };
}
