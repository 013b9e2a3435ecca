import { z } from 'zod';
import { type DrandChain, isRoundSigned, quicknet, roundToAnnounce, timeOfRound } from '#core/beacon/drand.ts';
import { err, ok } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Beacon } from './contract.ts';

/** Of the League of Entropy and of Cloudflare: whoever answers first with what is signed. */
export const quicknetAddresses: readonly string[] = ['https://api.drand.sh', 'https://drand.cloudflare.com'];

/** Drand names a chain by this; it says nothing that the key doesn't. */
const chainHash = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971';

const patience = 5000;

export type QuicknetSettings = {
  /** Origins, asked one after the other. */
  readonly addresses: readonly string[];
  readonly now: () => Instant;
  /** Told why somebody could not be asked, in words of the code. */
  readonly report: (reason: string) => void;
  readonly patienceMilliseconds?: number;
  /** Another chain of the same kind, as a network of one's own has. */
  readonly chain?: DrandChain;
};

const answerShape = z.object({ round: z.int(), signature: z.string().regex(/^[0-9a-f]{96}$/) });

/** drand over HTTP. Whoever relays a round is not trusted: its signature is checked here, against the key in the code. */
export function createQuicknetBeacon(settings: QuicknetSettings): Beacon {
  const { addresses, now, report, chain = quicknet } = settings;
  return {
    isSandbox: false,
    chain,
    roundToAnnounce: (announcedAt) => roundToAnnounce(announcedAt, chain),

    async signatureOf(round) {
      if (now() < timeOfRound(round, chain)) return err({ kind: 'beacon-early' });
      for (const address of addresses) {
        const signature = await ask(address, round, settings);
        if (signature === undefined) continue;
        if (isRoundSigned(round, signature, chain)) return ok(signature);
        report(`${address} gave a signature of something else`);
      }
      return err({ kind: 'beacon-unavailable' });
    },
  };
}

async function ask(address: string, round: number, settings: QuicknetSettings): Promise<string | undefined> {
  const { report, patienceMilliseconds = patience } = settings;
  try {
    const response = await fetch(`${address}/${chainHash}/public/${round}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    const answer = answerShape.safeParse(await response.json());
    if (answer.success && answer.data.round === round) return answer.data.signature;
    report(`${address} answered ${response.status} that is no round ${round}`);
  } catch (error) {
    report(`${address}: ${error instanceof Error ? error.name : 'no answer'}`);
  }
  return undefined;
}
