import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import { freePort } from '#tests/support/free-port.ts';
import { startPushService } from '#tests/support/push-service.ts';
import { startSmtpServer } from '#tests/support/smtp-server.ts';
import type { Message, Notify } from './contract.ts';
import { createPush } from './push.ts';
import { createSandboxMailbox } from './sandbox-mailbox.ts';
import { createSmtp } from './smtp.ts';
import { vapidKeys } from './vapid.ts';

type Words = Omit<Message, 'to'>;
/** What becomes of the message at the other end. */
type Wish = 'arrives' | 'later' | 'never' | 'not-there';

/** What an adapter has to bring: itself with an address for each wish, and what arrived where messages go. */
type Subject = {
  readonly send: (words: Words, wish: Wish) => ReturnType<Notify['send']>;
  readonly arrived: () => readonly { readonly id: string; readonly said: string }[];
};

const started: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of started.splice(0)) await one.stop();
});

const patience = 400;
const noon = Date.UTC(2027, 2, 10, 17) as Instant;
const keys = vapidKeys(new Uint8Array(randomBytes(32)));
const from = 'Puente <notices@puente.example>';

const subjects: readonly { readonly name: string; readonly make: () => Promise<Subject> }[] = [
  {
    name: 'the sandbox mailbox',
    async make() {
      const mailbox = new Map<string, Message>();
      const notify = createSandboxMailbox({
        deliver: async (message) => {
          if (!mailbox.has(message.id)) mailbox.set(message.id, message);
        },
      });
      const domain = { arrives: 'puente', later: 'out-of-order', never: 'refused', 'not-there': 'out-of-order' };
      return {
        send: (words, wish) => notify.send({ ...words, to: `maria@${domain[wish]}.example` }),
        arrived: () => [...mailbox.values()].map(({ id, subject, text }) => ({ id, said: `${subject}\n${text}` })),
      };
    },
  },
  {
    name: 'SMTP',
    async make() {
      const server = await startSmtpServer();
      started.push(server);
      const there = createSmtp({ url: server.url, from, needsTls: false, patience });
      const nowhere = createSmtp({ url: `smtp://127.0.0.1:${await freePort()}`, from, needsTls: false, patience });
      const name = { arrives: 'maria', later: 'later', never: 'never', 'not-there': 'maria' };
      return {
        send: (words, wish) =>
          (wish === 'not-there' ? nowhere : there).send({ ...words, to: `${name[wish]}@puente.example` }),
        // What has the same id is one mail to whoever reads it.
        arrived: () =>
          [...new Map(server.mails.toReversed().map((mail) => [mail.messageId, mail])).values()]
            .toReversed()
            .map((mail) => ({
              id: (mail.messageId ?? '').slice(1).split('@')[0] ?? '',
              said: `${mail.subject ?? ''}\n${(mail.text ?? '').trimEnd()}`,
            })),
      };
    },
  },
  {
    name: 'web push',
    async make() {
      const service = await startPushService(keys.publicKey);
      started.push(service);
      const nowhere = `http://127.0.0.1:${await freePort()}`;
      const settings = { keys, subject: 'mailto:x@puente.example', now: () => noon, patience };
      const notify = createPush({ ...settings, ownOrigins: [service.origin, nowhere] });
      const phones = {
        arrives: service.subscribe(201),
        later: service.subscribe(500),
        never: service.subscribe(413),
        'not-there': { ...service.subscribe(201), endpoint: `${nowhere}/push/x` },
      };
      return {
        send: (words, wish) => notify.send({ ...words, to: phones[wish] }),
        // The service keeps one of each topic, and the phone shows one of each id.
        arrived: () =>
          [...new Map(service.pushed.toReversed().map((one) => [one.topic, one.payload])).values()]
            .toReversed()
            .map((payload) => ({ id: String(payload['id']), said: [payload['title'], payload['body']].join('\n') })),
      };
    },
  },
];

const message: Words = {
  id: '0b0e5f1e-6f0e-4b51-9d3a-1f3f8e1c2a10',
  locale: 'ht',
  subject: 'Puente: gen yon plas pou ou',
  text: 'Nou kenbe yon plas pou ou.\n\nhttps://puente.example/ht/status',
  brief: 'Nou kenbe yon plas pou ou.\n\nhttps://puente.example/ht/status',
  address: 'https://puente.example/ht/status',
};
const said = `${message.subject}\n${message.text}`;

describe.each(subjects)('notices by $name', ({ make }) => {
  test('a message arrives as it was written, and there is a receipt', async () => {
    const { send, arrived } = await make();
    const sent = await send(message, 'arrives');
    expect(sent.ok && sent.value.receipt).toMatch(/.+/);
    expect(arrived()).toEqual([{ id: message.id, said }]);
  });

  test('asked twice for the same id it is one message to who gets it, and has the same receipt', async () => {
    const { send, arrived } = await make();
    const [first, second] = [await send(message, 'arrives'), await send(message, 'arrives')];
    expect(second).toEqual(first);
    expect(arrived()).toEqual([{ id: message.id, said }]);
  });

  test('messages with ids of their own arrive each, also at once', async () => {
    const { send, arrived } = await make();
    const ids = [message.id, ...Array.from({ length: 9 }, (_, at) => `5d0c6f34-40ad-4b9b-a3a6-8d0f0d0f7c1${at}`)];
    await Promise.all(ids.map((id) => send({ ...message, id }, 'arrives')));
    expect(
      arrived()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids.toSorted());
  });

  test.each([
    ['later', 'notify-unavailable'],
    ['not-there', 'notify-unavailable'],
    ['never', 'notify-refused'],
  ] as const)('%s: the failure is %s, and nothing arrives', async (wish, kind) => {
    const { send, arrived } = await make();
    const sent = await send(message, wish);
    expect(sent).toMatchObject({ ok: false, error: { kind } });
    expect(arrived()).toEqual([]);
  });

  test('neither receipt nor failure tells anything about the person', async () => {
    const { send } = await make();
    for (const wish of ['arrives', 'later', 'never', 'not-there'] as const) {
      expect(JSON.stringify(await send(message, wish))).not.toMatch(/maria|plas|push\/|@/);
    }
  });
});

test('what the mailbox’s store throws is not swallowed', async () => {
  const deliver = async (): Promise<void> => {
    throw new Error('the database is gone');
  };
  await expect(createSandboxMailbox({ deliver }).send({ ...message, to: 'maria@puente.example' })).rejects.toThrow(
    'the database is gone',
  );
});
