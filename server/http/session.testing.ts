import type { Instant } from '#core/time/instant.ts';
import type { Place } from '../db/vault/vault.ts';
import { makeSessions, type SessionRow, type SessionRows, type SessionVault } from '../session.ts';

/** The table `sessions` in memory, as the repository keeps it. */
function sessionRowsInMemory(): SessionRows & { readonly table: Map<string, SessionRow> } {
  const table = new Map<string, SessionRow>();
  const change = (hash: string, changes: Partial<SessionRow>) => {
    const row = table.get(hash);
    if (row) table.set(hash, { ...row, ...changes });
  };
  const rows: SessionRows = {
    find: async (hash) => table.get(hash),
    add: async ({ now, ...session }) => {
      const nothing = {
        outcomePage: null,
        outcomeSealed: null,
        outcomeAt: null,
        flowSealed: null,
        formerAccountId: null,
      };
      table.set(session.tokenHash, { ...session, ...nothing, createdAt: now, seenAt: now });
    },
    rotate: async (old, session, outcome) => {
      if (!table.delete(old)) return false;
      await rows.add(session);
      await rows.setOutcome(session.tokenHash, outcome);
      return true;
    },
    touch: async (hash, now, unlessSince) => {
      if ((table.get(hash)?.seenAt ?? now) < unlessSince) change(hash, { seenAt: now });
    },
    setLocale: async (hash, locale) => change(hash, { locale }),
    setOutcome: async (hash, outcome) =>
      change(hash, {
        outcomePage: outcome?.page ?? null,
        outcomeSealed: outcome?.sealed ?? null,
        outcomeAt: outcome?.at ?? null,
      }),
    setFlow: async (hash, flowSealed) => change(hash, { flowSealed }),
    takeFlow: async (hash) => {
      const flow = table.get(hash)?.flowSealed ?? undefined;
      change(hash, { flowSealed: null });
      return flow;
    },
    expire: async (hash) => {
      const row = table.get(hash);
      if (row?.accountId) {
        change(hash, { role: 'anonymous', accountId: null, formerAccountId: row.accountId, flowSealed: null });
      }
    },
    remove: async (hash) => void table.delete(hash),
  };
  return { ...rows, table };
}

const nameOf = ({ table, row, column }: Place) => `${table}/${row}/${column}`;

/** Tells when something is opened elsewhere than where it was sealed. */
export const plainVault: SessionVault = {
  sealJson: (value, place) => Buffer.from(`${nameOf(place)}|${Buffer.from(JSON.stringify(value)).toString('base64')}`),
  openJson: (sealed, place) => {
    const [name, text = ''] = Buffer.from(sealed).toString().split('|');
    if (name !== nameOf(place)) throw new Error(`sealed for ${name}, opened at ${nameOf(place)}`);
    return JSON.parse(Buffer.from(text, 'base64').toString()) as unknown;
  },
};

export function makeClock(start = 1_800_000_000_000) {
  let time = start;
  return {
    now: () => time as Instant,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

export function sessionsInMemory(clock: Pick<ReturnType<typeof makeClock>, 'now'>) {
  const rows = sessionRowsInMemory();
  return { table: rows.table, sessions: makeSessions({ rows, vault: plainVault, now: clock.now }) };
}
