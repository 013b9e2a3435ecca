import type { Hono } from 'hono';
import type { StaffAct } from '#core/staff/permissions.ts';
import type { Actor, Outcome } from '../../services.ts';
import type { ApiParts } from '../parts.ts';
import { write } from '../write.ts';

type PoolAct = {
  readonly name: string;
  readonly act: StaffAct;
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
      async act({ session, fields, address }) {
        const set = await services.setCapacity({ actor: session.accountId, fields });
        return set.ok ? { ok: true, value: { goTo: address } } : set;
      },
    }),
  );

  const acts: readonly PoolAct[] = [
    { name: 'open', act: 'open-pool', run: (input) => services.openNextPool(input) },
    { name: 'close', act: 'close-pool', run: (input) => services.closePool(input) },
    { name: 'draw', act: 'draw-pool', run: (input) => services.drawPool(input) },
  ];
  for (const { name, act, run } of acts) {
    app.post(
      `/api/staff/${name}`,
      write(parts, {
        page: 'staff/draw',
        who: act,
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
    '/api/staff/assistance',
    write(parts, {
      page: 'staff/assisted',
      who: 'complete-assistance',
      async act({ session, fields }) {
        const { code, decision } = fields;
        if (!code) return { ok: false, error: { kind: 'fields', fields: [{ field: 'code', kind: 'missing' }] } };
        if (decision !== 'done') {
          return { ok: false, error: { kind: 'fields', fields: [{ field: 'decision', kind: 'not-in-list' }] } };
        }
        const completed = await services.completeAssistance({ actor: session.accountId, code });
        return completed.ok ? { ok: true, value: { goTo: { page: 'staff/assisted', query: '' } } } : completed;
      },
    }),
  );
}
