import { err, ok } from '#core/result.ts';
import type { Message, Notify } from './contract.ts';

/** Messages to any address of these domains find the channel out of order, or are refused, so that both can be shown. */
const outOfOrderDomain = 'out-of-order.example';
const refusedDomain = 'refused.example';

export type SandboxMailboxSettings = {
  /** Stores the message, sealed; a second time for the same id does nothing. What it throws is the caller's to see. */
  readonly deliver: (message: Message) => Promise<void>;
};

/** The double: nothing leaves the machine, messages lie in a mailbox for the demonstration's screens and tests. */
export function createSandboxMailbox({ deliver }: SandboxMailboxSettings): Notify {
  return {
    isSandbox: true,
    async send(message) {
      const domain = message.to.toLowerCase().split('@').at(-1);
      if (domain === outOfOrderDomain) return err({ kind: 'notify-unavailable', cause: 'sandbox' });
      if (domain === refusedDomain) return err({ kind: 'notify-refused', cause: 'sandbox' });
      await deliver(message);
      return ok({ receipt: `sandbox:${message.id}` });
    },
  };
}
