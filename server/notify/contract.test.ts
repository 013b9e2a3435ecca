import { describe, expect, test } from 'vitest';
import type { Message, Notify } from './contract.ts';
import { createSandboxMailbox } from './sandbox-mailbox.ts';

/** What a real adapter has to bring: itself, what arrived where messages go, and an address that finds it broken. */
type Subject = { readonly notify: Notify; readonly arrived: () => readonly Message[]; readonly outOfOrder: string };

const subjects: readonly { readonly name: string; readonly make: () => Subject }[] = [
  {
    name: 'the sandbox mailbox',
    make: () => {
      const mailbox = new Map<string, Message>();
      const deliver = async (message: Message): Promise<void> => {
        if (!mailbox.has(message.id)) mailbox.set(message.id, message);
      };
      return {
        notify: createSandboxMailbox({ deliver }),
        arrived: () => [...mailbox.values()],
        outOfOrder: 'maria@out-of-order.example',
      };
    },
  },
];

const message: Message = {
  id: '0b0e5f1e-6f0e-4b51-9d3a-1f3f8e1c2a10',
  to: 'maria@puente.example',
  locale: 'ht',
  subject: 'Puente: gen yon plas pou ou',
  text: 'Nou kenbe yon plas pou ou.\n\nhttps://puente.example/ht/status',
};

describe.each(subjects)('notices by $name', ({ make }) => {
  test('a message arrives as it was written, and there is a receipt', async () => {
    const { notify, arrived } = make();
    const sent = await notify.send(message);
    expect(sent.ok && sent.value.receipt).toMatch(/.+/);
    expect(arrived()).toEqual([message]);
  });

  test('asked twice for the same id it delivers once, and has the same receipt', async () => {
    const { notify, arrived } = make();
    const [first, second] = [await notify.send(message), await notify.send({ ...message, text: 'changed' })];
    expect(second).toEqual(first);
    expect(arrived()).toEqual([message]);
  });

  test('messages with ids of their own arrive each', async () => {
    const { notify, arrived } = make();
    const other = { ...message, id: '5d0c6f34-40ad-4b9b-a3a6-8d0f0d0f7c11' };
    await Promise.all([notify.send(message), notify.send(other)]);
    expect(arrived()).toEqual([message, other]);
  });

  test('a channel out of order says so, and nothing arrives', async () => {
    const { notify, arrived, outOfOrder } = make();
    const sent = await notify.send({ ...message, to: outOfOrder });
    expect(sent).toEqual({ ok: false, error: { kind: 'notify-unavailable' } });
    expect(arrived()).toEqual([]);
  });

  test('a receipt tells nothing about the person', async () => {
    const { notify } = make();
    expect(JSON.stringify(await notify.send(message))).not.toContain('maria');
  });
});

test('what the mailbox’s store throws is not swallowed', async () => {
  const deliver = async (): Promise<void> => {
    throw new Error('the database is gone');
  };
  await expect(createSandboxMailbox({ deliver }).send(message)).rejects.toThrow('the database is gone');
});
