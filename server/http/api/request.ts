import type { Hono } from 'hono';
import { withdrawals } from '../../services/pool.ts';
import type { PageAddress } from '../pages.ts';
import type { ApiParts } from '../parts.ts';
import { choice, day, maybe, place, port, text } from '../shapes.ts';
import { write } from '../write.ts';
import { readPlace, readSignals } from './place.ts';

/** With the query, the page says that they changed. */
const newTerms: PageAddress = { page: 'register/terms', query: 'change' };

/** Ports, asking, asking each day, withdrawing. */
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
        if (!chosen.ok) return chosen;
        return {
          ok: true,
          value: { goTo: chosen.value.next === 'terms' ? newTerms : { page: 'ask/send', query: '' } },
        };
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
          standing: maybe(choice(['yes'])).describe('Ask again each day until there is a place.'),
        },
        answer: { day: day.describe('Of the draw, Eastern time.') },
        problems: [
          'registration-incomplete',
          'ports-missing',
          'terms-changed-since',
          'already-asked',
          'guardian-apart',
          'group-needs-adult',
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
        // A box sends what it is told to, or nothing.
        if (!['', 'yes', undefined].includes(fields['standing']))
          return { ok: false, error: { kind: 'fields', fields: [{ field: 'standing', kind: 'not-in-list' }] } };
        const asked = await services.ask({
          applicant,
          place: place.value,
          captchaAnswer: fields['altcha'] || undefined,
          signals: readSignals(fields['signals']),
          isStanding: fields['standing'] === 'yes',
          repeatKey,
        });
        return asked.ok ? { ok: true, value: { goTo: { page: 'status', query: '' }, value: asked.value } } : asked;
      },
    }),
  );

  app.post(
    '/api/standing-request/alive',
    write(parts, {
      page: 'status',
      who: 'applicant',
      describes: {
        summary: 'A sign of life: the standing request goes on, or begins again where it was paused.',
        fields: {},
        answer: {},
        problems: [
          'registration-incomplete',
          'ports-missing',
          'terms-changed-since',
          'guardian-apart',
          'group-needs-adult',
          'no-standing-request',
        ],
      },
      async act({ applicant }) {
        const kept = await services.stillWaiting({ applicant });
        return kept.ok ? { ok: true, value: { goTo: { page: 'status', query: '' } } } : kept;
      },
    }),
  );

  app.post(
    '/api/request/withdraw',
    write(parts, {
      page: 'withdraw',
      who: 'applicant',
      describes: {
        summary: 'Take the request back before the pool closes, or the standing one; the date in the line stays.',
        fields: {
          what: maybe(choice(withdrawals)),
          day: maybe(day).describe('Of the draw; left out, the one to come.'),
        },
        answer: {},
        problems: ['form-stale', 'nothing-to-withdraw', 'changed-since'],
      },
      async act({ applicant, fields }) {
        const what = withdrawals.find((one) => one === (fields['what'] || 'today'));
        // Neither of the two that the form offers: it is another form than ours, or an older one.
        if (!what) return { ok: false, error: { kind: 'form-stale' } };
        const withdrawn = await services.withdraw({ applicant, what, day: fields['day'] || undefined });
        return withdrawn.ok ? { ok: true, value: { goTo: { page: 'status', query: '' } } } : withdrawn;
      },
    }),
  );
}
