import type { Hono } from 'hono';
import { type RegistrationStep, registrationSteps } from '#core/registration/answers.ts';
import { err } from '#core/result.ts';
import { type Page, personIn, personQuery } from '../pages.ts';
import type { ApiParts } from '../parts.ts';
import { write } from '../write.ts';

export function registrationPage(step: RegistrationStep | 'check'): Page {
  return `register/${step}`;
}

/** One route a step, and the one that sends it all. */
export function mountRegistration(app: Hono, parts: ApiParts): void {
  for (const step of registrationSteps) {
    const route = {
      page: registrationPage(step),
      who: 'applicant' as const,
      allowsPhoto: step === 'photo',
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
          const query = next === 'check' ? '' : personQuery(person);
          return { ok: true, value: { goTo: { page: registrationPage(next), query }, value: { step: next } } };
        },
      }),
    );
  }

  app.post(
    '/api/registration',
    write(parts, {
      page: 'register/check',
      who: 'applicant',
      async act({ applicant }) {
        const registered = await parts.services.register({ applicant });
        if (!registered.ok) return registered;
        return { ok: true, value: { goTo: { page: 'ask/ports', query: '' }, value: registered.value } };
      },
    }),
  );
}
