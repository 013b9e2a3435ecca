/** What the browser gives at most, in bytes, and whether it promises to keep it. */
export type Room = {
  readonly quota: number;
  readonly persisted: boolean;
};

/** null: this browser doesn't say. */
export async function roomHere(): Promise<Room | null> {
  if (!('storage' in navigator)) return null;
  try {
    const [{ quota = 0 }, persisted] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]);
    return { quota, persisted };
  } catch {
    return null;
  }
}
