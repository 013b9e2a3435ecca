import type { CutOffs } from './cut-offs.ts';
import { poolLines } from './pool.ts';

/**
 * The cut-offs as a person can follow them: positions in ticket order, from 1, instead of tickets. By port, the foremost
 * position that each list turned away, with its band for `oldest`; null where a list turned nobody away.
 */
export type LastPositions = Readonly<
  Record<
    string,
    {
      readonly oldest: { readonly band: number; readonly position: number } | null;
      readonly shuffled: number | null;
    }
  >
>;

/** `positions`: by id of the day, where the shuffle put each request of the result file, from 1. */
export function positionsIn(
  result: string,
  cutOffs: CutOffs,
): { readonly positions: ReadonlyMap<string, number>; readonly lastPositions: LastPositions } {
  const byTicket = new Map<string, number>();
  const positions = new Map<string, number>();
  for (const [index, line] of poolLines(result).entries()) {
    const [ticket = '', id = ''] = line.split('\t');
    byTicket.set(ticket, index + 1);
    positions.set(id, index + 1);
  }
  const positionOf = (ticket: string) => byTicket.get(ticket) ?? 0;
  const lastPositions = Object.fromEntries(
    Object.entries(cutOffs).map(([port, { oldest, shuffled }]) => {
      const [band = '', ticket = ''] = oldest?.split(' ') ?? [];
      return [
        port,
        {
          oldest: oldest === null ? null : { band: Number(band), position: positionOf(ticket) },
          shuffled: shuffled === null ? null : positionOf(shuffled),
        },
      ];
    }),
  );
  return { positions, lastPositions };
}
