import type { Duplex } from 'node:stream';
import type { UserConfig } from 'i18next-parser';

/** What its own types leave out: the stream of files that its command line uses, and `false` for a separator. */
declare module 'i18next-parser' {
  type Settings = Omit<UserConfig, 'pluralSeparator' | 'contextSeparator'> & {
    readonly pluralSeparator: false;
    readonly contextSeparator: false;
  };
  export const transform: new (settings: Settings) => Duplex;
}
