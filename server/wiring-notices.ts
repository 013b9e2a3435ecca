import type { Policy } from '#core/policy/policy.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Database } from './db/database.ts';
import { addMail } from './db/repositories/outbox.ts';
import type { Vault } from './db/vault/vault.ts';
import type { Env } from './env.ts';
import type { Log } from './log.ts';
import { type Channel, type Channels, channels as channelNames } from './notify/contract.ts';
import { createPush } from './notify/push.ts';
import { createSandboxMailbox } from './notify/sandbox-mailbox.ts';
import { addressIn, createSmtp } from './notify/smtp.ts';
import { type VapidKeys, vapidKeys } from './notify/vapid.ts';
import { createNoticeWords } from './notify/words.ts';
import { type Repeating, startRepeating } from './repeating.ts';
import { CannotStart } from './start-failure.ts';
import { deliverNotices } from './use-cases/deliver-notices.ts';

/** Between two looks into the outbox: two small statements by an index. */
const pause = 2000;

type Parts = {
  readonly env: Env;
  readonly log: Log;
  readonly database: Database;
  readonly vault: Vault;
  readonly now: () => Instant;
  readonly policies: readonly Policy[];
  /** 32 bytes, for push where the operator gave no key. */
  readonly pushKey: Uint8Array;
};

export type WiredNotices = {
  /** What a browser asks for to be reached by us and nobody else. */
  readonly pushPublicKey: string;
  /** Begins to deliver, each channel on its own: neither waits for the other, and the schedule for none of them. */
  readonly start: () => Repeating;
};

/** Mail, push, and the words for both. Throws CannotStart for a key that is none. */
export function wireNotices(parts: Parts): WiredNotices {
  const { env, log, database, vault, now, policies } = parts;
  const keys = keysOf(parts);
  const channels: Channels = {
    email: env.mail ? createSmtp({ ...env.mail, needsTls: env.mode === 'production' }) : mailboxIn(parts),
    push: createPush({ keys, subject: subjectOf(env), ownOrigins: env.push.services, now }),
  };
  const words = createNoticeWords({ publicUrl: env.publicUrl });
  const startOne = (channel: Channel) =>
    startRepeating({
      pause,
      run: async (isEnding) => {
        const round = await deliverNotices({ db: database, vault, now, policies, channels, words }, channel, isEnding);
        const { sent, postponed, failed, cause } = round;
        if (sent + postponed + failed > 0) {
          log.event('notices', { channel, sent, postponed, failed, ...(cause === null ? {} : { cause }) });
        }
      },
      onFailure: (error) => log.failure('notices', error),
    });
  return {
    pushPublicKey: keys.publicKey,
    start() {
      const started = channelNames.map(startOne);
      return {
        async stop() {
          await Promise.all(started.map((one) => one.stop()));
        },
      };
    },
  };
}

function mailboxIn({ database, vault, now }: Parts) {
  return createSandboxMailbox({
    deliver: (message) =>
      addMail(database.kysely, {
        id: message.id,
        toToken: vault.token('email', message.to.trim().toLowerCase()),
        sealed: vault.sealJson(message, { table: 'sandbox_mailbox', column: 'sealed', row: message.id }),
        now: now(),
      }),
  });
}

function keysOf({ env, pushKey }: Parts): VapidKeys {
  if (env.push.privateKey === undefined) return vapidKeys(pushKey);
  try {
    return vapidKeys(new Uint8Array(Buffer.from(env.push.privateKey, 'base64url')));
  } catch {
    const expected = 'a private key of P-256: 32 bytes as base64url';
    throw new CannotStart({ kind: 'wrong-variable', variable: 'VAPID_PRIVATE_KEY', expected });
  }
}

/** RFC 8292, 2.1: where the people of a push service reach ours. */
function subjectOf({ push, mail, publicUrl }: Env): string {
  if (push.subject !== undefined) return push.subject;
  if (mail) return `mailto:${addressIn(mail.from).address}`;
  // Some services refuse an address that only this machine knows.
  return publicUrl.startsWith('https:') ? publicUrl : 'mailto:nobody@puente.example';
}
