import { err, ok, type Result } from '#core/result.ts';

export type BatchWriterOptions<Item, Outcome> = {
  /** Writes all and returns, after the commit, one outcome for each item in the same order. All or nothing. */
  readonly write: (items: readonly Item[]) => Promise<readonly Outcome[]>;
  /** How many go together at most. */
  readonly maxItems?: number;
  /** How long the first one waits for company when nothing is being written. */
  readonly maxWaitMs?: number;
  /** How many may wait; whoever comes then is told so at once. */
  readonly maxWaiting?: number;
  /** How many batches may be on their way at once: 1 on PGlite, which has one connection. */
  readonly maxFlights?: number;
};

export type BatchWriter<Item, Outcome> = {
  /** The item's own outcome, after the commit. Kind `busy` if too many wait; rejects if the database refused it. */
  submit(item: Item): Promise<Result<Outcome, { readonly kind: 'busy' }>>;
  /** When everything that was submitted has its outcome: for a graceful stop. */
  idle(): Promise<void>;
};

type Waiting<Item, Outcome> = {
  readonly item: Item;
  readonly resolve: (outcome: Result<Outcome, never>) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Collects what arrives while a batch is written, or within a few milliseconds, and writes it together: one commit,
 * one fsync for all of them. If the database refuses a batch, each is written alone, so that one bad item fails alone;
 * so writing an item a second time must give its first outcome again.
 */
export function createBatchWriter<Item, Outcome>({
  write,
  maxItems = 500,
  maxWaitMs = 2,
  maxWaiting = 20_000,
  maxFlights = 1,
}: BatchWriterOptions<Item, Outcome>): BatchWriter<Item, Outcome> {
  const waiting: Waiting<Item, Outcome>[] = [];
  const whenIdle: (() => void)[] = [];
  let flights = 0;
  let timer: NodeJS.Timeout | undefined;

  function depart(): void {
    clearTimeout(timer);
    timer = undefined;
    while (waiting.length > 0 && flights < maxFlights) {
      flights += 1;
      void fly(waiting.splice(0, maxItems)).finally(land);
    }
  }

  function land(): void {
    flights -= 1;
    depart();
    if (flights === 0) for (const resolve of whenIdle.splice(0)) resolve();
  }

  async function fly(batch: readonly Waiting<Item, Outcome>[]): Promise<void> {
    try {
      settle(batch, await write(batch.map((one) => one.item)));
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await fly([one]);
    }
  }

  return {
    submit(item) {
      if (waiting.length >= maxWaiting) return Promise.resolve(err({ kind: 'busy' }));
      return new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        if (flights >= maxFlights) return;
        if (waiting.length >= maxItems) depart();
        else timer ??= setTimeout(depart, maxWaitMs);
      });
    },
    async idle() {
      if (flights > 0 || waiting.length > 0) await new Promise<void>((resolve) => whenIdle.push(resolve));
    },
  };
}

function settle<Item, Outcome>(batch: readonly Waiting<Item, Outcome>[], outcomes: readonly Outcome[]): void {
  if (outcomes.length !== batch.length) {
    throw new Error(`expected ${batch.length} outcomes of a batch, found ${outcomes.length}`);
  }
  for (const [index, one] of batch.entries()) one.resolve(ok(outcomes[index] as Outcome));
}
