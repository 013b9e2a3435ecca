import type { Hono } from 'hono';
import type { ApiParts } from '../parts.ts';
import { choice, shortCode } from '../shapes.ts';
import { write } from '../write.ts';

/** The assisted way, from any page that refuses. */
export function mountAssistance(app: Hono, parts: ApiParts): void {
  app.post(
    '/api/assistance',
    write(parts, {
      page: 'assisted',
      who: 'applicant',
      describes: {
        summary: 'Let a person help with a step; gives a short code to show, and keeps the place in line.',
        fields: { step: choice(['ask', 'confirm']) },
        answer: { code: shortCode },
        problems: ['registration-incomplete', 'no-offer', 'already-asked', 'offer-lapsed'],
      },
      async act({ applicant, fields }) {
        const { step } = fields;
        if (step !== 'ask' && step !== 'confirm') {
          return {
            ok: false,
            error: { kind: 'fields', fields: [{ field: 'step', kind: step ? 'not-in-list' : 'missing' }] },
          };
        }
        const requested = await parts.services.requestAssistance({ applicant, step });
        return requested.ok
          ? { ok: true, value: { goTo: { page: 'assisted', query: '' }, value: requested.value } }
          : requested;
      },
    }),
  );
}
