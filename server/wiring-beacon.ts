import type { Instant } from '#core/time/instant.ts';
import type { Beacon } from './beacon/contract.ts';
import { createQuicknetBeacon, quicknetAddresses } from './beacon/quicknet.ts';
import { createSandboxBeacon } from './beacon/sandbox.ts';
import type { Env } from './env.ts';
import type { Log } from './log.ts';

type Given = { readonly log: Pick<Log, 'event'>; readonly now: () => Instant };

/** The beacon that the environment names; null where the seed is made of the parties' secrets alone. */
export function wireBeacon({ beacon, drandAddresses }: Env, { log, now }: Given): Beacon | null {
  if (beacon === 'off') return null;
  if (beacon === 'sandbox') return createSandboxBeacon(now);
  return createQuicknetBeacon({
    addresses: drandAddresses.length > 0 ? drandAddresses : quicknetAddresses,
    now,
    report: (reason) => log.event('beacon-unavailable', { reason }),
  });
}
