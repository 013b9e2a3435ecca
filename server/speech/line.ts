import { err, ok, type Result } from '#core/result.ts';

export type Line = <Value>(work: () => Promise<Value>) => Promise<Result<Value, { readonly kind: 'line-full' }>>;

/** Does so many works at once; so many more wait for their turn, in their order, and who comes then is turned away. */
export function makeLine({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }): Line {
  const turns: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < atOnce) running += 1;
    else if (turns.length >= waiting) return err({ kind: 'line-full' });
    else await new Promise<void>((resolve) => turns.push(resolve));
    try {
      return ok(await work());
    } finally {
      const next = turns.shift();
      // The next one takes the place over: nobody who has just come can be quicker.
      if (next) next();
      else running -= 1;
    }
  };
}
