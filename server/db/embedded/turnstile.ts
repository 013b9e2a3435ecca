export type Leave = () => void;

/** Lets one through at a time, in the order of coming. Each calls what she was given when she is done. */
export function turnstile(): { enter(): Promise<Leave> } {
  let last: Promise<void> = Promise.resolve();
  return {
    async enter() {
      const before = last;
      let leave: Leave = () => {};
      last = new Promise((resolve) => {
        leave = resolve;
      });
      await before;
      return leave;
    },
  };
}
