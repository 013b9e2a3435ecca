import type { Hono } from 'hono';
import { z } from 'zod';
import type { ProblemKind } from '#core/problem/kinds.ts';
import { decisionReasons, decisions, longestStatement } from '#core/review/decision.ts';
import type { StaffAct } from '#core/staff/permissions.ts';
import type { Actor, Outcome } from '../../services.ts';
import type { Shape } from '../described.ts';
import type { ApiParts } from '../parts.ts';
import { choice, day, maybe, port, shortCode, slot, text } from '../shapes.ts';
import { write } from '../write.ts';

type PoolAct = {
  readonly name: string;
  readonly act: StaffAct;
  readonly summary: string;
  readonly answer: Shape;
  readonly problems: readonly ProblemKind[];
  readonly run: (input: { readonly actor: Actor }) => Outcome<object>;
};

/** The operator's minimum. Each act stands in the audit trail with its actor. */
export function mountStaff(app: Hono, parts: ApiParts): void {
  const { services } = parts;

  app.post(
    '/api/staff/capacity',
    write(parts, {
      page: 'staff/capacity',
      who: 'set-capacity',
      describes: {
        summary: 'Set how many people can come at a time.',
        fields: { port, slot, places: text(9, '20') },
        answer: {},
        problems: ['capacity-in-use', 'capacity-announced'],
      },
      async act({ session, fields, address }) {
        const set = await services.setCapacity({ actor: session.accountId, fields });
        return set.ok ? { ok: true, value: { goTo: address } } : set;
      },
    }),
  );

  const acts: readonly PoolAct[] = [
    {
      name: 'open',
      act: 'open-pool',
      summary: 'Open the next pool.',
      answer: { day },
      problems: ['pool-already-open'],
      run: (input) => services.openNextPool(input),
    },
    {
      name: 'close',
      act: 'close-pool',
      summary: 'Close the pool and publish its announcement.',
      answer: { day },
      problems: ['pool-not-open', 'draw-waits'],
      run: (input) => services.closePool(input),
    },
    {
      name: 'draw',
      act: 'draw-pool',
      summary: 'Draw the closed pool.',
      answer: { day, chosen: z.int() },
      problems: ['pool-not-closed', 'pool-too-late', 'draw-not-released', 'draw-waits'],
      run: (input) => services.drawPool(input),
    },
  ];
  for (const { name, act, run, summary, answer, problems } of acts) {
    app.post(
      `/api/staff/${name}`,
      write(parts, {
        page: 'staff/draw',
        who: act,
        describes: { summary, fields: {}, answer, problems },
        async act({ session }) {
          const ran = await run({ actor: session.accountId });
          return ran.ok
            ? { ok: true, value: { goTo: { page: 'staff/draw', query: '' }, value: { ...ran.value } } }
            : ran;
        },
      }),
    );
  }

  app.post(
    '/api/staff/release',
    write(parts, {
      page: 'staff/draw',
      who: 'release-draw',
      describes: {
        summary: 'Let the closed pool be drawn whose counts were shown; two supervisors have to.',
        fields: {
          announcement: text(64, 'a'.repeat(64)).describe(
            'SHA-256 of the announcement whose counts were seen, as hex.',
          ),
        },
        answer: { released: z.int() },
        problems: ['pool-not-closed', 'form-stale'],
      },
      async act({ session, fields }) {
        const { announcement: announcementHash = '' } = fields;
        const released = await services.releaseDraw({ actor: session.accountId, announcementHash });
        if (!released.ok) return released;
        return { ok: true, value: { goTo: { page: 'staff/draw', query: '' }, value: { ...released.value } } };
      },
    }),
  );

  app.post(
    '/api/staff/missed',
    write(parts, {
      page: 'staff/day',
      who: 'mark-missed',
      describes: {
        summary: 'Say that nobody came to an appointment; the date in the line stays.',
        fields: { code: shortCode },
        answer: {},
        problems: ['not-found', 'slot-not-over'],
      },
      async act({ session, fields, address }) {
        const { code } = fields;
        if (!code) return { ok: false, error: { kind: 'fields', fields: [{ field: 'code', kind: 'missing' }] } };
        const missed = await services.markMissed({ actor: session.accountId, code });
        return missed.ok ? { ok: true, value: { goTo: address } } : missed;
      },
    }),
  );

  app.post(
    '/api/staff/move',
    write(parts, {
      page: 'staff/day',
      who: 'move-slot',
      describes: {
        summary: 'Move everybody of one slot to another of the same port: all or nobody.',
        fields: { port, from: slot, to: slot },
        answer: {},
        problems: ['slot-full', 'capacity-announced'],
      },
      async act({ session, fields, address }) {
        const moved = await services.moveSlot({ actor: session.accountId, fields });
        return moved.ok ? { ok: true, value: { goTo: address } } : moved;
      },
    }),
  );

  app.post(
    '/api/staff/review',
    write(parts, {
      page: 'staff/review',
      who: 'decide-review',
      describes: {
        summary: 'Decide a review, for the person or not yet: she can ask again with something new.',
        fields: { code: shortCode, reason: choice(decisionReasons), note: maybe(text(longestStatement)) },
        answer: { decision: choice(decisions) },
        problems: ['not-found', 'assistance-done', 'review-by-another', 'needs-second-person', 'no-offer'],
      },
      async act({ session, fields }) {
        const decided = await services.decideReview({
          actor: session.accountId,
          sessionHash: session.tokenHash,
          fields,
        });
        if (!decided.ok) return decided;
        const { decision, step } = decided.value;
        const page = step === 'new-code' && decision === 'for' ? 'staff/new-code' : 'staff/reviews';
        return { ok: true, value: { goTo: { page, query: '' }, value: { decision } } };
      },
    }),
  );

  app.post(
    '/api/staff/lost-code',
    write(parts, {
      page: 'staff/lost-code',
      who: 'find-lost-code',
      describes: {
        summary: 'Look up who lost phone and code and stands there, and ask a colleague to decide on a new code.',
        fields: {
          givenNames: text(200, 'Marie-Flore'),
          familyNames: text(200, 'Désir'),
          birthDay: text(20, '29'),
          birthMonth: text(20, '2'),
          birthYear: text(20, '1992'),
        },
        answer: { code: shortCode },
        problems: ['too-many-tries', 'person-not-found'],
      },
      async act({ session, fields }) {
        const asked = await services.askForNewCode({ actor: session.accountId, fields });
        if (!asked.ok) return asked;
        const { code } = asked.value;
        return { ok: true, value: { goTo: { page: 'staff/review', query: `code=${code}` }, value: { code } } };
      },
    }),
  );

  app.post(
    '/api/staff/code-given',
    write(parts, {
      page: 'staff/new-code',
      who: 'decide-review',
      describes: {
        summary: 'Show the new sign-in code no longer: the person has it.',
        fields: {},
        answer: {},
        problems: [],
      },
      async act({ session }) {
        await services.hideCode(session.tokenHash);
        return { ok: true, value: { goTo: { page: 'staff/reviews', query: '' } } };
      },
    }),
  );
}
