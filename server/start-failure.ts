import type { EmbeddedFailure } from './db/embedded/open.ts';
import type { KeysDiffer } from './db/keys-fit.ts';
import type { ServerFailure } from './db/postgres/open.ts';
import type { SandboxName, WrongVariable } from './env.ts';

/** Why the server can't start, each with one sentence for the person who started it. */
export type StartFailure =
  | WrongVariable
  | EmbeddedFailure
  | ServerFailure
  | KeysDiffer
  | { readonly kind: 'port-taken'; readonly port: number; readonly host: string }
  | { readonly kind: 'address-refused'; readonly host: string; readonly reason: string }
  | { readonly kind: 'sandbox-refused'; readonly names: readonly SandboxName[] }
  | { readonly kind: 'keys-unreadable'; readonly reason: string }
  | { readonly kind: 'database-refuses'; readonly reason: string }
  | { readonly kind: 'policy-file-wrong'; readonly file: string; readonly key: string; readonly what: string }
  | { readonly kind: 'policy-gone'; readonly name: string }
  | { readonly kind: 'terms-unreadable'; readonly version: string; readonly locale: string; readonly reason: string }
  | { readonly kind: 'https-in-production' }
  | { readonly kind: 'no-local-network' }
  | { readonly kind: 'authority-unusable'; readonly file: string; readonly reason: string }
  | { readonly kind: 'not-built' };

/** Thrown by the wiring to end the start; `main` prints the sentence and exits with 1. */
export class CannotStart extends Error {
  readonly failure: StartFailure;
  constructor(failure: StartFailure) {
    super(startSentence(failure));
    this.failure = failure;
  }
}

export function startSentence(failure: StartFailure): string {
  switch (failure.kind) {
    case 'wrong-variable':
      return `The environment variable ${failure.variable} is wrong: expected ${failure.expected}.`;
    case 'database-in-use':
      return `The data folder ${failure.folder} is in use by the process ${failure.pid}: stop it, or set DATA_FOLDER.`;
    case 'folder-unusable':
      return `The data folder ${failure.folder} can't be used (${failure.reason}): set DATA_FOLDER to a folder that this user may write to, or restore it from a backup.`;
    case 'database-unreachable':
      return `The database can't be reached (${failure.reason}): check that it runs and that DATABASE_URL is right.`;
    case 'database-refuses':
      return `The database can't be brought up to date (${failure.reason}): check that its user may create tables and schemas, and that no newer version of Puente ran on it.`;
    case 'database-too-old':
      return `The database is PostgreSQL ${failure.version}: expected 15 or later.`;
    case 'port-taken':
      return `Port ${failure.port} on ${failure.host} is taken: stop what uses it, or set PORT.`;
    case 'address-refused':
      return `Can't listen on ${failure.host} (${failure.reason}): set HOST to an address of this machine.`;
    case 'sandbox-refused':
      if (failure.names.includes('sign-in'))
        return 'Production would run a sandbox of sign-in, in which anybody can be an operator: set OIDC_ISSUER.';
      return `Production would run a sandbox of ${failure.names.join(', ')}: configure the real one, or name it in ALLOW_SANDBOX.`;
    case 'keys-unreadable':
      return `The keys can't be read (${failure.reason}): check PUENTE_KEYS or KEY_FILE.`;
    case 'keys-differ':
      return `The data was sealed by other keys than those given (key ${failure.keyId} doesn't open it): give the keys that belong to it, by KEY_FILE or PUENTE_KEYS.`;
    case 'policy-file-wrong': {
      const at = failure.key === '' ? '' : ` at ${failure.key}`;
      return `The policies of ${failure.file} are wrong${at} (${failure.what}): mend the file that POLICY_FILE names.`;
    }
    case 'policy-gone':
      return `The policy ${failure.name}, which a pool was opened with, is gone: give all policies there ever were in the file that POLICY_FILE names.`;
    case 'terms-unreadable':
      return `The terms ${failure.version}, which a policy names, can't be read in ${failure.locale} (${failure.reason}): put ${failure.locale}/terms-${failure.version}.md into TERMS_FOLDER.`;
    case 'https-in-production':
      return 'Production makes no certificate: leave --https out, and let a proxy in front speak https.';
    case 'no-local-network':
      return 'No address of a local network was found, which a phone could open: join one, or set HOST to the address of this machine.';
    case 'authority-unusable':
      return `The local certificate authority in ${failure.file} can't be used (${failure.reason}): let this user read and write it, or remove it; phones then have to trust a new one.`;
    case 'not-built':
      return 'The pages are not built: run npm run build, or npm start, which does so by itself.';
  }
}
