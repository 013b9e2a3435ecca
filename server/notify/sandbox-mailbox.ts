import { err, ok } from '#core/result.ts';
import type { Message, Notify } from './contract.ts';

/** A message to any address of this domain finds the channel out of order, so that repeats can be shown and tested. */
const outOfOrderDomain = 'out-of-order.example';

export type SandboxMailboxSettings = {
  /** Stores the message, sealed; a second time for the same id does nothing. What it throws is the caller's to see. */
  readonly deliver: (message: Message) => Promise<void>;
};

/** The double: nothing leaves the machine, messages lie in a mailbox for the demonstration's screens and tests. */
export function createSandboxMailbox({ deliver }: SandboxMailboxSettings): Notify {
  return {
    isSandbox: true,
    async send(message) {
      if (message.to.toLowerCase().endsWith(`@${outOfOrderDomain}`)) return err({ kind: 'notify-unavailable' });
      await deliver(message);
      return ok({ receipt: `sandbox:${message.id}` });
    },
  };
}
