export type Repeating = {
  /** Begins no other round; ends when the one that runs has, or after ten seconds. */
  stop(): Promise<void>;
};

const stopPatience = 10_000;

/**
 * Work that is never done, round after round with a pause between them. For what the database keeps in order by itself,
 * so that any number of processes may do it. `run` gets told when it had better come to its end; what it throws is
 * `onFailure`'s.
 */
export function startRepeating(parts: {
  /** Milliseconds from one round's end to the next one's beginning. */
  readonly pause: number;
  readonly run: (isEnding: () => boolean) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}): Repeating {
  let isEnding = false;
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();

  const begin = () => {
    round = parts
      .run(() => isEnding)
      .catch(parts.onFailure)
      .then(() => {
        if (!isEnding) timer = setTimeout(begin, parts.pause);
      });
  };
  begin();

  return {
    async stop() {
      isEnding = true;
      clearTimeout(timer);
      let patience: NodeJS.Timeout | undefined;
      const longEnough = new Promise<void>((resolve) => {
        patience = setTimeout(resolve, stopPatience);
      });
      await Promise.race([round, longEnough]);
      clearTimeout(patience);
    },
  };
}
