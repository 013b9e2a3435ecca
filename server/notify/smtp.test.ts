import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSmtp, startSmtpServer } from '#tests/support/smtp-server.ts';
import type { Message } from './contract.ts';
import { addressIn, createSmtp } from './smtp.ts';

const from = 'Puente <notices@puente.example>';
const patience = 400;
const message: Message = {
  id: '0b0e5f1e-6f0e-4b51-9d3a-1f3f8e1c2a10',
  to: 'анна@puente.example',
  locale: 'ru',
  subject: 'Puente: для вас есть новость',
  text: 'Для вас есть новость.\n\nhttps://puente.example/ru/status',
  brief: '',
  address: '',
};

let server: RunningSmtp;
beforeAll(async () => {
  server = await startSmtpServer();
});
afterAll(() => server.stop());

const smtp = (change: Partial<Parameters<typeof createSmtp>[0]> = {}) =>
  createSmtp({ url: server.url, from, needsTls: false, patience, ...change });

describe('a mail', () => {
  test('is plain text in the language that it names, from us, to one address, and asks machines for no answer', async () => {
    expect((await smtp().send({ ...message, to: 'anna@puente.example' })).ok).toBe(true);
    const mail = server.mails.at(-1);
    const header = (name: string) => mail?.headers.find(({ key }) => key === name)?.value;
    expect(mail?.html).toBeUndefined();
    expect([mail?.from, mail?.to]).toEqual([
      { name: 'Puente', address: 'notices@puente.example' },
      [{ name: '', address: 'anna@puente.example' }],
    ]);
    expect(mail?.messageId).toBe(`<${message.id}@puente.example>`);
    expect(['content-language', 'auto-submitted'].map(header)).toEqual(['ru', 'auto-generated']);
    expect(header('content-type')).toMatch(/^text\/plain; charset=utf-8/);
    expect(mail?.subject).toBe(message.subject);
  });

  test('in a language from right to left is marked so line by line, but for addresses', async () => {
    const mirrored = {
      ...message,
      to: 'a@puente.example',
      locale: 'ar-XB',
      text: '1234\n\nhttps://puente.example/',
    } as const;
    expect((await smtp().send(mirrored)).ok).toBe(true);
    expect(server.mails.at(-1)?.text?.trimEnd()).toBe('\u200f1234\n\nhttps://puente.example/');
  });

  test.each(['a@puente.example, b@puente.example', 'a@puente.example\r\nBcc: b@puente.example'])(
    'to %j goes to nobody else',
    async (to) => {
      const before = server.mails.length;
      expect((await smtp().send({ ...message, to })).ok).toBe(false);
      const others = server.mails.slice(before).flatMap((mail) => [...(mail.to ?? []), ...(mail.bcc ?? [])]);
      expect(others.filter(({ address }) => address === 'b@puente.example')).toEqual([]);
    },
  );
});

describe('a mail that can’t be sent', () => {
  test.each([
    ['later', 'notify-unavailable', '451'],
    ['never', 'notify-refused', '550'],
    ['spam', 'notify-refused', '554'],
    ['lost', 'notify-unavailable', 'ECONNECTION'],
    ['slow', 'notify-unavailable', 'ETIMEDOUT'],
  ])('to %s: %s, %s', async (name, kind, cause) => {
    const sent = await smtp().send({ ...message, to: `${name}@puente.example` });
    expect(sent).toEqual({ ok: false, error: { kind, cause } });
  });

  test('since the server does not let us send is not the fault of the message', async () => {
    const sent = await smtp({ from: 'stranger@puente.example' }).send({ ...message, to: 'a@puente.example' });
    expect(sent).toEqual({ ok: false, error: { kind: 'notify-unavailable', cause: '553' } });
  });

  test('since a server drips its answer for ever is given up', async () => {
    const sockets: { destroy(): void }[] = [];
    const drip = createServer((socket) => {
      const timer = setInterval(() => socket.write('220-'), 20);
      socket.on('close', () => clearInterval(timer));
      socket.on('error', () => undefined);
      sockets.push(socket);
    });
    await new Promise<void>((resolve) => drip.listen(0, '127.0.0.1', resolve));
    const { port } = drip.address() as { readonly port: number };
    const sent = await smtp({ url: `smtp://127.0.0.1:${port}`, patience: 100 }).send(message);
    for (const socket of sockets) socket.destroy();
    drip.close();
    expect(sent).toMatchObject({ ok: false, error: { kind: 'notify-unavailable' } });
  });

  test('since a server elsewhere offers no TLS where it is needed, is not sent in the clear', async () => {
    // Not a name that stands for this machine.
    const url = server.url.replace('127.0.0.1', '127.0.0.2');
    const before = server.mails.length;
    const mail = { ...message, to: 'a@puente.example' };
    expect(await smtp({ url, needsTls: true }).send(mail)).toMatchObject({
      ok: false,
      error: { kind: 'notify-unavailable' },
    });
    expect(server.mails.length).toBe(before);
    expect((await smtp({ url, needsTls: false }).send(mail)).ok).toBe(true);
  });
});

test.each([
  ['Puente <notices@puente.example>', { name: 'Puente', address: 'notices@puente.example' }],
  ['"Puente, Juárez" <a@b.example>', { name: 'Puente, Juárez', address: 'a@b.example' }],
  ['a@b.example', { name: '', address: 'a@b.example' }],
])('the sender %s is read', (text, read) => {
  expect(addressIn(text)).toEqual(read);
});
