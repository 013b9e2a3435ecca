import { registrationSteps } from '#core/registration/answers.ts';
import { keptFieldsOf } from '#core/registration/checks.ts';
import type { Page } from './pages.ts';

/**
 * What the session keeps of a form that is shown again: with a problem, or in another language. Only what the person
 * typed or picked; never a place, a CAPTCHA's answer or a file. Accepting the terms isn't kept either: the text that
 * she sees next may be another one. `person` says of whom of a group it tells.
 */
const keptFields: Partial<Readonly<Record<Page, readonly string[]>>> = {
  ...Object.fromEntries(registrationSteps.map((step) => [`register/${step}`, ['person', ...keptFieldsOf(step)]])),
  'account/sign-in': ['code'],
  'account/find': ['code', 'birthDay', 'birthMonth', 'birthYear'],
  'account/code-check': ['group'],
  'register/person': ['person'],
  'group/join': ['code'],
  'ask/ports': ['port1', 'port2', 'port3'],
  'offer/confirm': ['sandboxWish'],
  'staff/capacity': ['port', 'slot', 'places'],
  assisted: ['statement'],
  'staff/review': ['reason', 'note'],
  'is-it-from-us': ['code'],
  'report-seller': ['act', 'where', 'contact'],
  'report-text': ['chosen', 'words', 'remark'],
};

/** More than any field may hold, so that a value that was too long is shown again, but not a novel. */
const longest = 1000;

export function keptOf(page: Page, fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const kept = (keptFields[page] ?? []).flatMap((name) => {
    const value = fields[name];
    return value === undefined || value === '' ? [] : [[name, value.slice(0, longest)] as const];
  });
  return Object.fromEntries(kept);
}
