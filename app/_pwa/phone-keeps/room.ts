/** Bytes on the phone, unpacked, and what the browser would still give. */
export type Room = {
  readonly used: number;
  readonly free: number;
  readonly quota: number;
  readonly persisted: boolean;
};

/** null: this browser doesn't say. */
export async function roomHere(): Promise<Room | null> {
  if (!('storage' in navigator)) return null;
  try {
    const [{ usage = 0, quota = 0 }, persisted] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
    ]);
    return { used: usage, free: Math.max(0, quota - usage), quota, persisted };
  } catch {
    return null;
  }
}
