import type { FormPath } from './form-definition.ts';

/** Forms of which the phone keeps nothing that was not sent, each for a reason. */
const withoutDraft: readonly FormPath[] = [
  // Nothing is typed into them.
  'sign-in',
  'account/new',
  'account/new-code',
  'group/leave',
  'offer/decline',
  'appointment/cancel',
  'appointment/missed',
  // Codes open an account, or somebody else's group; what stands beside them is what the account is found by.
  'account/sign-in',
  'account/find',
  'account/code-check',
  'group/join',
  // Its code stands in the message that she asks about; kept here, it would say to others that she got one.
  'is-it-from-us',
  // What can't be taken back, or is agreed to, she has to want now.
  'my-data/delete',
  'withdraw',
  'register/terms',
  // Where the phone is, the check against robots and the live photo are of this moment.
  'ask/send',
  'offer/confirm',
];

export function hasDraft(path: FormPath): boolean {
  return !withoutDraft.includes(path);
}
