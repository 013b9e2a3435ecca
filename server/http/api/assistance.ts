import type { Hono } from 'hono';
import { longestStatement } from '#core/review/decision.ts';
import { reviewReasons } from '#core/review/reason.ts';
import type { ApiParts } from '../parts.ts';
import { choice, maybe, shortCode, text } from '../shapes.ts';
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
        fields: {
          step: choice(['ask', 'confirm', 'photo']),
          statement: maybe(text(longestStatement)).describe('In her own words, for the person who looks.'),
          maySeePhoto: maybe(choice(['yes'])).describe('The person who looks may see her photos.'),
          reason: maybe(choice(reviewReasons)).describe('What she was refused for.'),
          kilometers: maybe(text(5, '12')),
          limit: maybe(text(5, '3')),
          misses: maybe(text(5, '3')),
          after: maybe(text(20)).describe('The instant of the decision that this asking follows.'),
        },
        answer: { code: shortCode },
        problems: ['registration-incomplete', 'no-offer', 'already-asked', 'offer-lapsed'],
      },
      async act({ applicant, fields }) {
        const { step } = fields;
        if (step !== 'ask' && step !== 'confirm' && step !== 'photo') {
          return {
            ok: false,
            error: { kind: 'fields', fields: [{ field: 'step', kind: step ? 'not-in-list' : 'missing' }] },
          };
        }
        const requested = await parts.services.requestAssistance({ applicant, step, fields });
        return requested.ok
          ? { ok: true, value: { goTo: { page: 'assisted', query: '' }, value: requested.value } }
          : requested;
      },
    }),
  );
}
