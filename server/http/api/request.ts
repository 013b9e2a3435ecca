import type { Hono } from 'hono';
import type { ApiParts } from '../parts.ts';
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
      async act({ applicant }) {
        const withdrawn = await services.withdraw({ applicant });
        return withdrawn.ok ? { ok: true, value: { goTo: { page: 'status', query: '' } } } : withdrawn;
      },
    }),
  );
}
