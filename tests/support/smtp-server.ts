import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export type RunningSmtp = {
  readonly url: string;
  /** All that was accepted, in the order of coming, as a mail program reads it. */
  readonly mails: readonly Email[];
  /** The next mail to that address, about that where it is given: others may still be on their way. Those before don't count. */
  readonly nextTo: (address: string, subject?: string) => Promise<Email>;
  readonly stop: () => Promise<void>;
};

const refusals: Readonly<Record<string, number>> = { later: 451, never: 550 };

/**
 * A real SMTP server (RFC 5321) on this machine. What it does with a mail is told by the part before the @: `later` is
 * refused for now, `never` for good, `spam` after all of it was sent, `lost` closes the connection, `slow` gets no answer.
 * Nobody may send as `stranger`.
 */
export async function startSmtpServer(): Promise<RunningSmtp> {
  const mails: Email[] = [];
  const waiting: { readonly isIt: (mail: Email) => boolean; readonly tell: (mail: Email) => void }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    // Names are not looked up: there is no network here.
    disableReverseLookup: true,
    onMailFrom({ address }, _session, answer) {
      if (address.startsWith('stranger@')) answer(refused(553));
      else answer();
    },
    onRcptTo({ address }, session, answer) {
      const wish = address.split('@')[0] ?? '';
      const code = refusals[wish];
      if (wish === 'lost') closeOf(server, session);
      else if (wish !== 'slow') answer(code === undefined ? null : refused(code));
    },
    onData(stream, session, answer) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (session.envelope.rcptTo.some(({ address }) => address.startsWith('spam@'))) {
          answer(refused(554));
          return;
        }
        void PostalMime.parse(Buffer.concat(parts)).then((mail) => {
          mails.push(mail);
          for (const one of waiting) if (one.isIt(mail)) one.tell(mail);
          answer();
        });
      });
    },
  });
  // What a test cuts off is no fault of the server's.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const at = server.server.address();
  if (at === null || typeof at === 'string') throw new Error('expected a TCP address');
  return {
    url: `smtp://127.0.0.1:${at.port}`,
    mails,
    nextTo: (address, subject) => {
      const isTo = (mail: Email) => mail.to?.some((to) => to.address === address) ?? false;
      const isIt = (mail: Email) => isTo(mail) && (subject === undefined || mail.subject === subject);
      return new Promise((tell) => waiting.push({ isIt, tell }));
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refused(responseCode: number): Error {
  return Object.assign(new Error('refused by the test'), { responseCode });
}

function closeOf(server: SMTPServer, { id }: SMTPServerSession): void {
  for (const connection of server.connections) {
    const { id: own, _socket } = connection as unknown as { id: string; _socket: { destroy(): void } };
    if (own === id) _socket.destroy();
  }
}
