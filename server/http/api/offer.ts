import type { Hono } from 'hono';
import type { OfferId } from '#core/ids.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { PageAddress } from '../pages.ts';
import type { ApiParts } from '../parts.ts';
import { choice, instant, maybe, place, text, uuid } from '../shapes.ts';
import { type Act, write } from '../write.ts';
import { readPlace, readSignals } from './place.ts';

/** Extend, confirm, decline, and give the appointment back. Whose offer it is, the use case checks. */
export function mountOffer(app: Hono, parts: ApiParts): void {
  const { services } = parts;
  /** Left out: the one that is open. */
  const named = maybe(uuid);

  app.post(
    '/api/offer/extend',
    write(parts, {
      page: 'offer',
      who: 'applicant',
      describes: {
        summary: 'Move the deadline of the open offer by the hours of the policy, once.',
        fields: { offerId: named },
        answer: { deadlineAt: instant },
        problems: ['no-offer', 'offer-lapsed', 'offer-already-extended'],
      },
      async act(act) {
        const offerId = await offerOf(act);
        if (!offerId.ok) return offerId;
        const extended = await services.extendOffer({ applicant: act.applicant, offerId: offerId.value });
        return extended.ok
          ? { ok: true, value: { goTo: { page: 'offer', query: '' }, value: extended.value } }
          : extended;
      },
    }),
  );

  app.post(
    '/api/offer/confirm',
    write(parts, {
      page: 'offer/confirm',
      who: 'applicant',
      allowsPhoto: true,
      describes: {
        summary: 'Accept the offered place, with a live photo, inside the area.',
        fields: {
          offerId: named,
          ...place,
          sandboxWish: maybe(text(40)),
          signals: maybe(text(10_000)),
          maySeePhoto: maybe(choice(['yes'])),
        },
        answer: {},
        problems: [
          'no-offer',
          'offer-lapsed',
          'location-missing',
          'location-too-vague',
          'outside-geofence',
          'presence-missed',
          'presence-throttled',
          'presence-unavailable',
        ],
      },
      async act(act) {
        const { applicant, fields, photo } = act;
        const offerId = await offerOf(act);
        if (!offerId.ok) return (await isBooked(act)) ? { ok: true, value: { goTo: confirmation } } : offerId;
        const place = readPlace(fields);
        if (!place.ok) return place;
        const confirmed = await services.confirmOffer({
          applicant,
          offerId: offerId.value,
          place: place.value,
          photo,
          signals: readSignals(fields['signals']),
          maySeePhoto: fields['maySeePhoto'] === 'yes',
          sandboxWish: fields['sandboxWish'] || undefined,
        });
        if (!confirmed.ok) return confirmed;
        return { ok: true, value: { goTo: { page: confirmed.value.next, query: '' } } };
      },
    }),
  );

  app.post(
    '/api/appointment/cancel',
    write(parts, {
      page: 'appointment/cancel',
      who: 'applicant',
      describes: {
        summary: 'Give an appointment back; the date in the line stays.',
        fields: { appointmentId: named },
        answer: {},
        problems: ['no-appointment', 'appointment-over', 'changed-since'],
      },
      async act({ applicant, fields }) {
        const appointmentId = fields['appointmentId'] || undefined;
        const cancelled = await services.cancelAppointment({ applicant, appointmentId });
        return cancelled.ok ? { ok: true, value: { goTo: { page: 'status', query: '' } } } : cancelled;
      },
    }),
  );

  app.post(
    '/api/appointment/missed',
    write(parts, {
      page: 'appointment/missed',
      who: 'applicant',
      describes: {
        summary: 'Say, from the day after it on, that nobody came to an appointment; the date in the line stays.',
        fields: {},
        answer: {},
        problems: ['no-appointment', 'appointment-day-not-over'],
      },
      async act({ applicant }) {
        const said = await services.sayMissed({ applicant });
        return said.ok ? { ok: true, value: { goTo: { page: 'status', query: '' } } } : said;
      },
    }),
  );

  app.post(
    '/api/offer/decline',
    write(parts, {
      page: 'offer/decline',
      who: 'applicant',
      describes: {
        summary: 'Give the offered place back; the date in the line stays.',
        fields: { offerId: named },
        answer: {},
        problems: ['no-offer', 'offer-lapsed'],
      },
      async act(act) {
        const offerId = await offerOf(act);
        if (!offerId.ok) return offerId;
        const declined = await services.declineOffer({ applicant: act.applicant, offerId: offerId.value });
        return declined.ok ? { ok: true, value: { goTo: { page: 'status', query: '' } } } : declined;
      },
    }),
  );
}

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const confirmation: PageAddress = { page: 'confirmation', query: '' };

/** A form that names no offer came again, from a second tab or since the answer was lost: what she wants is done. */
async function isBooked({ fields, parts, session }: Act): Promise<boolean> {
  return !fields['offerId'] && (await parts.services.standing(session.accountId)).step === 'booked';
}

/** The offer that the form names; a prerendered form names none and means the one that is open. */
async function offerOf({ fields, parts, session }: Act): Promise<Result<OfferId, Problem>> {
  const named = fields['offerId'];
  if (named) return idForm.test(named) ? ok(named as OfferId) : err({ kind: 'no-offer' });
  const standing = await parts.services.standing(session.accountId);
  // A held one can be declined still; what else may be done with it, the use case says.
  const hasOffer = standing.step === 'offered' || standing.step === 'held';
  return hasOffer ? ok(standing.offer.id) : err({ kind: 'no-offer' });
}
