import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

type Entry = { readonly payload: AdapterPayload; readonly expiresAt: number };

/** A sandbox keeps at most this many records; the oldest go first, and whoever held one signs in again. */
const mostEntries = 50_000;

/**
 * What the provider remembers between two requests, in this process only and lost at its end: enough for a sandbox.
 * Written here because the library's own development store holds 1,000 records for all providers of a process together.
 */
export function sandboxStorage(): AdapterFactory {
  const entries = new Map<string, Entry>();

  const read = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key);
    if (entry && entry.expiresAt > Date.now()) return entry.payload;
    entries.delete(key);
    return undefined;
  };
  const write = (key: string, payload: AdapterPayload, seconds: number): void => {
    entries.delete(key);
    entries.set(key, { payload, expiresAt: Date.now() + seconds * 1000 });
    for (const oldest of entries.keys()) {
      if (entries.size <= mostEntries) break;
      entries.delete(oldest);
    }
  };

  return (model): Adapter => ({
    async upsert(id, payload, seconds = 600) {
      write(`${model}:${id}`, payload, seconds);
    },
    async find(id) {
      return read(`${model}:${id}`);
    },
    // Asked for device codes, and for tokens that end with a session: the sandbox has neither.
    async findByUid() {
      return undefined;
    },
    async findByUserCode() {
      return undefined;
    },
    async consume(id) {
      const entry = entries.get(`${model}:${id}`);
      if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    },
  });
}
