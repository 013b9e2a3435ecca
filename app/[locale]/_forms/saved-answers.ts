import { type Answers, isFurtherStep } from '#core/registration/answers.ts';
import type { Standing } from '#server/services.ts';
import type { Entered, FormPath } from './form-definition.ts';
import { plain, savedQuestions } from './saved-questions.ts';

/** What the person has answered before, as her forms name it: shown when she comes back to change it. */
export function savedAnswers(path: FormPath, answers: Partial<Answers>, standing: Standing): Entered {
  const step = path.replace('register/', '');
  if (isFurtherStep(step)) return given(savedQuestions[step](answers));
  switch (path) {
    case 'register/language':
      return given({ primaryLanguage: answers.primaryLanguage });
    case 'register/name':
      return given({
        givenNames: answers.givenNames,
        familyNames: answers.familyNames,
        nativeGivenNames: answers.nativeGivenNames,
        nativeFamilyNames: answers.nativeFamilyNames,
      });
    case 'register/birth': {
      const [year, month, day] = answers.birthDate?.split('-') ?? [];
      return given({ birthDay: plain(day), birthMonth: plain(month), birthYear: year });
    }
    case 'register/relationship':
      return given({ relationship: answers.relationship });
    case 'register/guardian':
      return given({ guardian: answers.guardian });
    case 'register/sex':
      return given({ sex: answers.sex });
    case 'register/origin':
      return given({ birthCountry: answers.birthCountry, citizenship: answers.citizenship });
    case 'register/phone':
      return given({ phone: answers.phone });
    case 'ask/ports': {
      const [port1, port2, port3] = standing.step === 'registered' ? standing.portChoices : [];
      return given({ port1, port2, port3 });
    }
    default:
      return {};
  }
}

function given(values: Readonly<Record<string, string | undefined>>): Entered {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
