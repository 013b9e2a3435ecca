import type { Hono } from 'hono';
import { type RegistrationStep, registrationSteps } from '#core/registration/answers.ts';
import { stepRules } from '#core/registration/step-rules.ts';
import { err } from '#core/result.ts';
import type { AfterStep } from '../../services.ts';
import type { Shape } from '../described.ts';
import { type Page, personIn, personQuery } from '../pages.ts';
import type { ApiParts } from '../parts.ts';
import { choice, instant, maybe, person, text } from '../shapes.ts';
import { write } from '../write.ts';

export function registrationPage(step: AfterStep): Page {
  if (step === 'status' || step === 'my-data') return step;
  return step === 'ask' ? 'ask/send' : `register/${step}`;
}

/** One route a step, and the one that sends it all. */
export function mountRegistration(app: Hono, parts: ApiParts): void {
  for (const step of registrationSteps) {
    const route = {
      page: registrationPage(step),
      who: 'applicant' as const,
      allowsPhoto: step === 'photo' || step === 'document',
      describes: {
        summary: `Save the answers of the step “${step}”.`,
        fields: { person, ...fieldsOf(step), ...(step === 'photo' ? { sandboxWish: maybe(text(40)) } : {}) },
        answer: {
          step: choice([...registrationSteps, 'group', 'person', 'check', 'ask', 'status', 'my-data']).describe(
            'The step that comes next; the same where she has to look at what was read for her.',
          ),
        },
        problems: [
          'not-found',
          'not-asked',
          'registration-complete',
          'group-frozen',
          'group-needs-adult',
          'guardian-apart',
          'photo-refused',
        ] as const,
      },
    };
    app.post(
      `/api/registration/${step}`,
      write(parts, {
        ...route,
        async act({ applicant, fields, photo, address }) {
          const person = personIn(fields, address);
          if (person === 'nobody') return err({ kind: 'not-found' });
          const saved = await parts.services.saveAnswers({ applicant, person, step, fields, photo });
          if (!saved.ok) return saved;
          const { next } = saved.value;
          // The same step again: she looks at what was read for her.
          const query = [next === step ? 'change' : '', personQuery(saved.value.person)];
          const goTo = { page: registrationPage(next), query: query.filter(Boolean).join('&') };
          return { ok: true, value: { goTo, value: { step: next } } };
        },
      }),
    );
  }

  app.post(
    '/api/registration',
    write(parts, {
      page: 'register/check',
      who: 'applicant',
      describes: {
        summary: 'Send the registration; its date is the place in line.',
        fields: {},
        answer: { registeredAt: instant },
        problems: [
          'registration-incomplete',
          'registration-complete',
          'group-full',
          'group-needs-adult',
          'guardian-apart',
        ],
      },
      async act({ applicant }) {
        const registered = await parts.services.register({ applicant });
        if (!registered.ok) return registered;
        return { ok: true, value: { goTo: { page: 'ask/ports', query: '' }, value: registered.value } };
      },
    }),
  );
}

/** Longer than any answer may be: how long each may be, its check says. */
const longestAnswer = 1000;

/** Which of them have to be there is the policy's. A photo is no text: it comes in a form of several parts. */
function fieldsOf(step: RegistrationStep): Shape {
  const names = stepRules[step].fields.filter((name) => name !== 'photo');
  return Object.fromEntries(names.map((name) => [name, maybe(text(longestAnswer))]));
}
