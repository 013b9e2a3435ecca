/**
 * The memory that large bodies may take together. Counted as they arrive, so that a slow phone takes only what it has
 * sent, and held until the answer, since the photo is worked on until then.
 */
export type Room = {
  /** False: it is full, and what the request held is given back. */
  take(request: Request, bytes: number): boolean;
  leave(request: Request): void;
};

export function makeRoom(bytes: number): Room {
  const held = new Map<Request, number>();
  let free = bytes;
  const leave = (request: Request) => {
    free += held.get(request) ?? 0;
    held.delete(request);
  };
  return {
    take(request, more) {
      if (more > free) {
        leave(request);
        return false;
      }
      free -= more;
      held.set(request, (held.get(request) ?? 0) + more);
      return true;
    },
    leave,
  };
}
