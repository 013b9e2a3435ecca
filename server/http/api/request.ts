import type { Hono } from 'hono';
import type { ApiParts } from '../parts.ts';
import { day, maybe, place, port, text } from '../shapes.ts';
import { write } from '../write.ts';
import { readPlace, readSignals } from './place.ts';

/** Ports, asking, withdrawing. */
export function mountRequest(app: Hono, parts: ApiParts): void {
  const { services } = parts;

  app.post(
    '/api/request/ports',
    write(parts, {
      page: 'ask/ports',
      who: 'applicant',
      describes: {
        summary: 'Choose one to three ports, the most wanted first.',
        fields: { port1: port, port2: maybe(port), port3: maybe(port) },
        answer: {},
        problems: ['registration-incomplete', 'already-asked'],
      },
      async act({ applicant, fields }) {
        const chosen = await services.choosePorts({ applicant, fields });
        return chosen.ok ? { ok: true, value: { goTo: { page: 'ask/send', query: '' } } } : chosen;
      },
    }),
  );

  app.post(
    '/api/request',
    write(parts, {
      page: 'ask/send',
      who: 'applicant',
      describes: {
        summary: 'Ask for a place in the pool that is open.',
        fields: {
          ...place,
          altcha: maybe(text(20_000)).describe('The answer of the check against robots.'),
          signals: maybe(text(10_000)).describe('What the phone says of itself, as JSON: for people to look at.'),
        },
        answer: { day: day.describe('Of the draw, Eastern time.') },
        problems: [
          'registration-incomplete',
          'ports-missing',
          'already-asked',
          'window-closed',
          'captcha-missing',
          'captcha-unavailable',
          'location-missing',
          'location-too-vague',
          'outside-geofence',
          'device-limit',
        ],
      },
      async act({ applicant, fields, repeatKey }) {
        const place = readPlace(fields);
        if (!place.ok) return place;
        const asked = await services.ask({
          applicant,
          place: place.value,
          captchaAnswer: fields['altcha'] || undefined,
          signals: readSignals(fields['signals']),
          repeatKey,
        });
        return asked.ok ? { ok: true, value: { goTo: { page: 'status', query: '' }, value: asked.value } } : asked;
      },
    }),
  );

  app.post(
    '/api/request/withdraw',
    write(parts, {
      page: 'withdraw',
      who: 'applicant',
      describes: {
        summary: 'Take the request back before the pool closes; the date in the line stays.',
        fields: {},
        answer: {},
        problems: ['nothing-to-withdraw'],
      },
      async act({ applicant }) {
        const withdrawn = await services.withdraw({ applicant });
        return withdrawn.ok ? { ok: true, value: { goTo: { page: 'status', query: '' } } } : withdrawn;
      },
    }),
  );
}
