import type { Place } from './place-list.ts';
import type { Entrant } from './ticket.ts';

/** Section 5, public at once: by port, the foremost key that each list ever turned away, or null. */
export type CutOffs = Readonly<Record<string, PortCutOffs>>;

/** `oldest` is `band ticket`, `shuffled` a ticket. */
export type PortCutOffs = { readonly oldest: string | null; readonly shuffled: string | null };

/**
 * What anybody checks for herself, from her line, her ticket and the cut-offs alone: she gets the first port and list
 * on her way whose cut-off she is ahead of.
 */
export function placeByCutOffs(entrant: Pick<Entrant, 'band' | 'ports' | 'ticket'>, cutOffs: CutOffs): Place {
  for (const port of entrant.ports) {
    const { oldest, shuffled } = cutOffs[port] ?? { oldest: null, shuffled: null };
    if (oldest === null || isAheadOfOldest(entrant, oldest)) return { port, list: 'oldest' };
    if (shuffled === null || entrant.ticket < shuffled) return { port, list: 'shuffled' };
  }
  return null;
}

function isAheadOfOldest({ band, ticket }: Pick<Entrant, 'band' | 'ticket'>, cutOff: string): boolean {
  const [cutOffBand = '', cutOffTicket = ''] = cutOff.split(' ');
  return band === Number(cutOffBand) ? ticket < cutOffTicket : band < Number(cutOffBand);
}
