import { type DestinationStream, type Logger, pino } from 'pino';

/** What a line about a request may hold. There is no place for a path, an address, a header or a value entered. */
type RequestLine = {
  readonly requestId: string;
  readonly method: string;
  /** The pattern, such as `/[locale]/register/name`; never the path that was asked for. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
};

export type Log = {
  request(line: RequestLine): void;
  /** Something that the project did, such as `listening`; details are numbers and words of the code. */
  event(name: string, detail?: Readonly<Record<string, string | number | boolean>>): void;
  /** A bug or an outage. Of the error only names, codes and stack frames are kept: its message may quote a person. */
  failure(name: string, error: unknown, requestId?: string): void;
  flush(): void;
};

export type LogOptions = {
  readonly level: string;
  /** The demonstration's people are made up, so there the message may be read too. */
  readonly showsMessages: boolean;
  readonly to?: DestinationStream;
};

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export function makeLog({ level, showsMessages, to }: LogOptions): Log {
  const logger: Logger = to ? pino({ level, base: null }, to) : pino({ level, base: null });
  return {
    request({ requestId, method, route, status, milliseconds }) {
      logger[status >= 500 ? 'error' : 'info']({
        requestId,
        method: methods.has(method) ? method : 'other',
        route,
        status,
        milliseconds: Math.round(milliseconds * 10) / 10,
      });
    },
    event(name, detail) {
      logger.info({ event: name, ...detail });
    },
    failure(name, error, requestId) {
      logger.error({ event: name, ...(requestId ? { requestId } : {}), error: describeError(error, showsMessages) });
    },
    flush() {
      logger.flush();
    },
  };
}

type ErrorLine = {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly frames: readonly string[];
  readonly cause?: ErrorLine;
};

function describeError(error: unknown, showsMessage: boolean): ErrorLine {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const code: unknown = (error as { code?: unknown }).code;
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(showsMessage ? { message: error.message } : {}),
    frames: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause, showsMessage) } : {}),
  };
}
