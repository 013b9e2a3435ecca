import { createTransport } from 'nodemailer';
import { dirOf } from '#core/language/locales.ts';
import { err, ok } from '#core/result.ts';
import type { Message, Notify, NotifyFailure } from './contract.ts';

export type SmtpSettings = {
  /** `smtps://user:password@host:465`, or `smtp://host:587`, which then has to offer STARTTLS. */
  readonly url: string;
  /** Name and address that the message is from, or the address alone. */
  readonly from: string;
  /** False in a demonstration: there a server without TLS will do. */
  readonly needsTls: boolean;
  /** Milliseconds: to connect, for the greeting, and of silence; a whole message may take three times as long. */
  readonly patience?: number;
};

/** Nothing that would make two of it, or a header of its own. */
const oneAddress = /^[^\s,;:<>()"@]+@[^\s,;:<>()"@]+$/;

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Mail by SMTP (RFC 5321). A connection for each message: a lost one is then this message's alone. The `Message-ID` is
 * made from the outbox's id, so that a message sent twice, since we died before we knew, is recognisable as one.
 */
export function createSmtp({ url, from, needsTls, patience = 15_000 }: SmtpSettings): Notify {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isLocal = loopback.has(hostname);
  const isImplicit = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (isImplicit ? 465 : 587),
    secure: isImplicit,
    // A relay on this machine has no certificate that anybody could check.
    ...(isLocal && !isImplicit ? { ignoreTLS: true } : { requireTLS: needsTls }),
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const sender = addressIn(from);
  const idDomain = sender.address.split('@').at(-1) ?? 'localhost';

  return {
    isSandbox: false,
    async send(message) {
      const { to, locale, subject, id } = message;
      if (!oneAddress.test(to)) return err({ kind: 'notify-refused', cause: 'address' });
      const sending = transport.sendMail({
        from: sender,
        // As an object, since a text is read as a list.
        to: { name: '', address: to },
        envelope: { from: sender.address, to: [to] },
        messageId: `<${id}@${idDomain}>`,
        subject,
        text: readable(message),
        headers: {
          'Content-Language': locale,
          // RFC 3834: answering machines keep quiet.
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
        },
      });
      return await within(3 * patience, sending)
        .then(() => ok({ receipt: `smtp:${id}` }))
        .catch((error: unknown) => err(failureOf(error)));
    },
  };
}

/** Plain text has no direction of its own: a mark before each line of a language that is written from right to left. */
function readable({ text, locale }: Pick<Message, 'text' | 'locale'>): string {
  if (dirOf(locale) === 'ltr') return text;
  return text.replaceAll(/^(?!https?:)(?=.)/gm, '\u200f');
}

/** `Puente <notices@puente.example>`, or the address alone. */
export function addressIn(from: string): { readonly name: string; readonly address: string } {
  const [, name = '', address = from] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? [];
  return { name, address: address.trim() };
}

/** nodemailer's timers begin anew with each byte: a server that drips would hold a message for ever. */
async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })), milliseconds);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

type SmtpError = { readonly code?: string; readonly responseCode?: number; readonly command?: string };

/**
 * A 5xx about the recipient or the message is for good (RFC 5321, 4.2.1). A 5xx about us, at sign-in or as a sender, is
 * the operator's to mend, and the message is none the worse for it.
 */
function failureOf(error: unknown): NotifyFailure {
  const { code, responseCode, command } = error as SmtpError;
  const cause = String(responseCode ?? code ?? 'unknown');
  const isAboutIt = command === 'RCPT TO' || command === 'DATA';
  if (isAboutIt && responseCode !== undefined && responseCode >= 500) return { kind: 'notify-refused', cause };
  // No server was asked: the address can't be one.
  if (code === 'EENVELOPE' && command === 'API') return { kind: 'notify-refused', cause };
  return { kind: 'notify-unavailable', cause };
}
