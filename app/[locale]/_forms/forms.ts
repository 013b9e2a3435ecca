import { codeCheckForm } from './account-code-check.tsx';
import { findForm } from './account-find.tsx';
import { newAccountForm } from './account-new.tsx';
import { renewCodeForm } from './account-new-code.tsx';
import { codeSignInForm } from './account-sign-in.tsx';
import { cancelForm } from './appointment-cancel.tsx';
import { missedForm } from './appointment-missed.tsx';
import { portsForm } from './ask-ports.tsx';
import { sendForm } from './ask-send.tsx';
import type { FormDefinition, FormPath } from './form-definition.ts';
import { joinForm } from './group-join.tsx';
import { leaveForm } from './group-leave.tsx';
import { fromUsForm } from './is-it-from-us.tsx';
import { deleteForm } from './my-data-delete.tsx';
import { confirmForm } from './offer-confirm.tsx';
import { declineForm } from './offer-decline.tsx';
import { emailForm, foreignAddressForm, usAddressForm } from './question-contact.tsx';
import { documentForm } from './question-document.tsx';
import { citizenshipsForm, languagesForm, travelForm } from './question-lists.tsx';
import { employmentForm, looksForm, maritalForm, needsForm } from './question-person.tsx';
import { birthForm } from './register-birth.tsx';
import { guardianForm } from './register-guardian.tsx';
import { languageForm } from './register-language.tsx';
import { nameForm } from './register-name.tsx';
import { originForm } from './register-origin.tsx';
import { phoneForm } from './register-phone.tsx';
import { photoForm } from './register-photo.tsx';
import { relationshipForm } from './register-relationship.tsx';
import { sexForm } from './register-sex.tsx';
import { termsForm } from './register-terms.tsx';
import { reportSellerForm } from './report-seller.tsx';
import { signInForm } from './sign-in.tsx';
import { withdrawForm } from './withdraw.tsx';

/** Every form by its page's path, for the pages below `live/`. */
export const forms: Readonly<Record<FormPath, FormDefinition>> = {
  'sign-in': signInForm,
  'account/new': newAccountForm,
  'account/code-check': codeCheckForm,
  'account/sign-in': codeSignInForm,
  'account/find': findForm,
  'account/new-code': renewCodeForm,
  'my-data/delete': deleteForm,
  'register/language': languageForm,
  'register/relationship': relationshipForm,
  'register/name': nameForm,
  'register/birth': birthForm,
  'register/guardian': guardianForm,
  'register/sex': sexForm,
  'register/origin': originForm,
  'register/languages': languagesForm,
  'register/citizenships': citizenshipsForm,
  'register/document': documentForm,
  'register/phone': phoneForm,
  'register/email': emailForm,
  'register/us-address': usAddressForm,
  'register/foreign-address': foreignAddressForm,
  'register/needs': needsForm,
  'register/employment': employmentForm,
  'register/marital': maritalForm,
  'register/travel': travelForm,
  'register/looks': looksForm,
  'register/photo': photoForm,
  'register/terms': termsForm,
  'ask/ports': portsForm,
  'ask/send': sendForm,
  'group/join': joinForm,
  'group/leave': leaveForm,
  withdraw: withdrawForm,
  'appointment/cancel': cancelForm,
  'appointment/missed': missedForm,
  'is-it-from-us': fromUsForm,
  'report-seller': reportSellerForm,
  'offer/confirm': confirmForm,
  'offer/decline': declineForm,
};

export function isFormPath(path: string): path is FormPath {
  return Object.hasOwn(forms, path);
}
