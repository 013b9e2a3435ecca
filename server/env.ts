import { resolve, sep } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '#core/result.ts';
import { type HcaptchaEnv, readHcaptcha } from './env-hcaptcha.ts';
import { type OidcSettings, oidcExpectations, oidcVariables, readOidc } from './env-oidc.ts';
import type { KnownWitness } from './services/draws.ts';

/** The contracts that have a double, and the clock: what `ALLOW_SANDBOX` may name in production, sign-in in vain. */
const sandboxNames = ['sign-in', 'presence', 'captcha', 'notify', 'beacon', 'clock'] as const;
export type SandboxName = (typeof sandboxNames)[number];

export type WrongVariable = { readonly kind: 'wrong-variable'; readonly variable: string; readonly expected: string };

const text = z.string().trim().min(1);
const webAddress = z.url({ protocol: /^https?$/ });

function splitNames(list: string): readonly string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A name that is written on screens and in files, and an Ed25519 public key. */
const witnessEntry = /^([a-z0-9][a-z0-9-]{0,39})=([0-9a-f]{64})$/;

const origin = webAddress.refine((address) => URL.canParse(address) && new URL(address).origin === address);

const variables = z.object({
  PUENTE_MODE: z.enum(['demonstration', 'production']).default('demonstration'),
  ALLOW_SANDBOX: z
    .string()
    .default('')
    .transform(splitNames)
    .pipe(z.array(z.enum(sandboxNames))),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: text.optional(),
  PROXY_HOPS: z.coerce.number().int().min(0).max(9).default(0),
  PUBLIC_URL: webAddress.refine((address) => URL.canParse(address) && new URL(address).pathname === '/').optional(),
  WITNESSES: z
    .string()
    .default('')
    .transform(splitNames)
    .pipe(z.array(z.string().regex(witnessEntry))),
  BEACON: z.enum(['off', 'drand', 'sandbox']).default('off'),
  DRAND_ADDRESSES: z.string().default('').transform(splitNames).pipe(z.array(origin)),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_FOLDER: text.default('./var/data'),
  KEY_FILE: text.optional(),
  PUENTE_KEYS: text.optional(),
  PUENTE_CLOCK: z.iso.datetime({ offset: true }).optional(),
  POLICY_FILE: text.optional(),
  TERMS_FOLDER: text.optional(),
  QUICK_EXIT_ADDRESS: webAddress.default('https://www.wikipedia.org/'),
  PUENTE_QUESTIONS: z.enum(['policy', 'all']).default('policy'),
  DRAW_RELEASES: z.enum(['policy', 'none']).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ESPEAK_NG: text.optional(),
  SERVICE_WORKER: z.enum(['on', 'off']).default('on'),
  ...oidcVariables,
  CAPTCHA: z.enum(['altcha', 'hcaptcha']).default('altcha'),
  ALTCHA_TRIES: z.coerce.number().int().min(2).max(20_000).default(600),
  HCAPTCHA_SITE_KEY: z
    .string()
    .regex(/^[\w-]{8,100}$/)
    .optional(),
  HCAPTCHA_SECRET: text.optional(),
  HCAPTCHA_SCRIPT_URL: webAddress.optional(),
  HCAPTCHA_VERIFY_URL: webAddress.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: text.regex(/^[^<>\r\n,]*<?[^\s<>@,]+@[^\s<>@,]+>?$/).optional(),
  VAPID_PRIVATE_KEY: text.regex(/^[\w-]{43}$/).optional(),
  VAPID_SUBJECT: text.regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/).optional(),
  PUSH_SERVICES: z.string().default('').transform(splitNames).pipe(z.array(origin)),
});
type Variable = keyof z.infer<typeof variables>;

/** All that this process reads; `docs/operations.md` tells of each. */
export const variableNames = Object.keys(variables.shape);

/** The words behind "expected". The value found is never printed: it may be a secret. */
const expectations: Readonly<Record<Variable, string>> = {
  PUENTE_MODE: 'demonstration or production',
  ALLOW_SANDBOX: `names out of ${sandboxNames.join(', ')}, divided by commas`,
  PORT: 'a port number from 1 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  PROXY_HOPS: 'how many proxies stand in front, 0 to 9',
  PUBLIC_URL: 'an address without a path, such as https://puente.example',
  WITNESSES:
    'name=key, divided by commas: each name once, lower-case letters, digits and hyphens, each key 64 hex digits',
  BEACON: 'off, drand or sandbox',
  DRAND_ADDRESSES: 'origins such as https://api.drand.sh, divided by commas',
  DATABASE_URL: 'an address such as postgres://user:password@host/database',
  DATA_FOLDER: 'the path of a folder',
  KEY_FILE: 'the path of a file',
  PUENTE_KEYS: 'keys as JSON',
  PUENTE_CLOCK: 'a moment of RFC 3339, such as 2027-01-15T10:00:00-05:00',
  POLICY_FILE: 'the path of a file',
  TERMS_FOLDER: 'the path of a folder',
  QUICK_EXIT_ADDRESS: 'the address of a website that has nothing to do with Puente',
  PUENTE_QUESTIONS: 'policy or all',
  DRAW_RELEASES: 'policy or none',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
  ESPEAK_NG: 'off, or the path of the program espeak-ng',
  SERVICE_WORKER: 'on or off',
  ...oidcExpectations,
  CAPTCHA: 'altcha or hcaptcha',
  ALTCHA_TRIES: 'how many tries a phone makes at most, 2 to 20000',
  HCAPTCHA_SITE_KEY: 'the site key that hCaptcha gave',
  HCAPTCHA_SECRET: 'the secret that hCaptcha gave',
  HCAPTCHA_SCRIPT_URL: 'the address of hCaptcha’s script',
  HCAPTCHA_VERIFY_URL: 'the address of hCaptcha’s siteverify',
  SMTP_URL: 'an address such as smtp://user:password@host:587 or smtps://user:password@host',
  MAIL_FROM: 'the address that messages are from, such as Puente <notices@puente.example>',
  VAPID_PRIVATE_KEY: 'a private key of P-256: 32 bytes as base64url',
  VAPID_SUBJECT: 'mailto: and an address, or an https address, at which the operator is reached',
  PUSH_SERVICES: 'origins such as https://push.example, divided by commas',
};

type MailSettings = { readonly url: string; readonly from: string };

type PushSettings = {
  /** base64url; undefined: one that comes from the keys. */
  readonly privateKey: string | undefined;
  readonly subject: string | undefined;
  /** Origins besides those of the browsers' push services. */
  readonly services: readonly string[];
};

export type Env = {
  readonly mode: 'demonstration' | 'production';
  readonly allowedSandboxes: readonly SandboxName[];
  readonly port: number;
  readonly host: string;
  /** True when `HOST` was set. */
  readonly isHostGiven: boolean;
  /** Proxies in front, each of which adds to `X-Forwarded-For`. */
  readonly proxyHops: number;
  /** Origin without a slash at the end; what the browser's address bar shows. */
  readonly publicUrl: string;
  /** True when `PUBLIC_URL` was set: then pages asked for under another host name are sent there. */
  readonly isPublicUrlGiven: boolean;
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly keyFile: string;
  readonly keys: string | undefined;
  /** RFC 3339: where the demonstration's clock starts. */
  readonly clockStart: string | undefined;
  /** undefined: the policies that ship. */
  readonly policyFile: string | undefined;
  /** Of the operator's own terms. */
  readonly termsFolder: string | undefined;
  /** A website that says nothing of Puente, for who has to leave at once. */
  readonly exitAddress: string;
  /** Every question there is, whatever the policy asks; in a demonstration. */
  readonly asksEverything: boolean;
  /** Draws are made without supervisors, whatever the policy asks for; in a demonstration. */
  readonly drawsUnreleased: boolean;
  readonly logLevel: z.infer<typeof variables>['LOG_LEVEL'];
  /** The path of eSpeak NG, or `off`; undefined: what is on the PATH, should there be one. */
  readonly espeak: string | undefined;
  /** False: phones are told to remove theirs, and all that it kept. */
  readonly hasServiceWorker: boolean;
  /** undefined: the sandbox provider. */
  readonly oidc: OidcSettings | undefined;
  /** How many tries Altcha takes a phone at most. */
  readonly altchaTries: number;
  /** undefined: Altcha. */
  readonly hcaptcha: HcaptchaEnv | undefined;
  /** undefined: the sandbox mailbox. */
  readonly mail: MailSettings | undefined;
  readonly push: PushSettings;
  /** A public number in each draw's seed; `off`: the parties' secrets alone. */
  readonly beacon: Parsed['BEACON'];
  /** Who is asked for drand's rounds; none: whoever the adapter knows. */
  readonly drandAddresses: readonly string[];
  /** Who may join the next season of draws, in this order. */
  readonly witnesses: readonly KnownWitness[];
};

type Parsed = z.infer<typeof variables>;

function wrong(variable: Variable, expected = expectations[variable]): Result<never, WrongVariable> {
  return err({ kind: 'wrong-variable', variable, expected });
}

// A restored copy of the database must not bring its own keys along (DESIGN, personal data).
function isInside(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder + sep);
}

function readMail({ SMTP_URL: url, MAIL_FROM: from }: Parsed): Result<MailSettings | undefined, WrongVariable> {
  if (!url) return from ? wrong('SMTP_URL', 'the server that sends what MAIL_FROM is from') : ok(undefined);
  return from ? ok({ url, from }) : wrong('MAIL_FROM');
}

function readWitnesses({ WITNESSES: entries }: Parsed): Result<readonly KnownWitness[], WrongVariable> {
  const witnesses = entries.map((entry) => {
    const [name = '', key = ''] = entry.split('=');
    return { name, key };
  });
  const all = witnesses.flatMap(({ name, key }) => [name, key]);
  const areDistinct = new Set(['operator', ...all]).size === all.length + 1;
  return areDistinct ? ok(witnesses) : wrong('WITNESSES');
}

function checkProduction(values: Parsed): Result<null, WrongVariable> {
  if (values.PUENTE_CLOCK) return wrong('PUENTE_CLOCK', 'nothing: production runs on the real time');
  if (values.PUENTE_QUESTIONS === 'all')
    return wrong('PUENTE_QUESTIONS', 'nothing: production asks what the policy asks');
  if (values.DRAW_RELEASES === 'none')
    return wrong('DRAW_RELEASES', 'nothing: production draws once supervisors have released it, as the policy says');
  if (!values.PUBLIC_URL) return wrong('PUBLIC_URL');
  if (!values.PUENTE_KEYS && !values.KEY_FILE)
    return wrong('PUENTE_KEYS', 'the keys, here or in the file that KEY_FILE names');
  return ok(null);
}

/** Reads the environment. An empty value counts as not set. Error: the first wrong variable and what was expected. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Result<Env, WrongVariable> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) return wrong(String(parsed.error.issues[0]?.path[0]) as Variable);
  const values = parsed.data;
  const isProduction = values.PUENTE_MODE === 'production';
  const production = isProduction ? checkProduction(values) : ok(null);
  if (!production.ok) return production;
  const oidc = readOidc(values);
  if (!oidc.ok) return oidc;
  const hcaptcha = readHcaptcha(values);
  if (!hcaptcha.ok) return wrong(hcaptcha.error.variable, hcaptcha.error.expected);
  const mail = readMail(values);
  if (!mail.ok) return mail;
  const witnesses = readWitnesses(values);
  if (!witnesses.ok) return witnesses;
  const dataFolder = resolve(values.DATA_FOLDER);
  const keyFile = resolve(values.KEY_FILE ?? './var/keys.json');
  if (isInside(keyFile, dataFolder))
    return wrong('KEY_FILE', 'a file outside of DATA_FOLDER, so that no backup holds both');
  return ok({
    mode: values.PUENTE_MODE,
    allowedSandboxes: values.ALLOW_SANDBOX,
    port: values.PORT,
    // The demonstration lets anybody sign in as anybody, so it listens to this machine alone unless HOST says otherwise.
    host: values.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    isHostGiven: values.HOST !== undefined,
    proxyHops: values.PROXY_HOPS,
    publicUrl: new URL(values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).origin,
    isPublicUrlGiven: values.PUBLIC_URL !== undefined,
    databaseUrl: values.DATABASE_URL,
    dataFolder,
    keyFile,
    keys: values.PUENTE_KEYS,
    clockStart: values.PUENTE_CLOCK,
    policyFile: values.POLICY_FILE && resolve(values.POLICY_FILE),
    termsFolder: values.TERMS_FOLDER && resolve(values.TERMS_FOLDER),
    exitAddress: values.QUICK_EXIT_ADDRESS,
    asksEverything: values.PUENTE_QUESTIONS === 'all',
    drawsUnreleased: (values.DRAW_RELEASES ?? (isProduction ? 'policy' : 'none')) === 'none',
    logLevel: values.LOG_LEVEL,
    espeak: values.ESPEAK_NG,
    hasServiceWorker: values.SERVICE_WORKER === 'on',
    oidc: oidc.value,
    altchaTries: values.ALTCHA_TRIES,
    hcaptcha: hcaptcha.value,
    mail: mail.value,
    push: {
      privateKey: values.VAPID_PRIVATE_KEY,
      subject: values.VAPID_SUBJECT,
      services: values.PUSH_SERVICES,
    },
    witnesses: witnesses.value,
    beacon: values.BEACON,
    drandAddresses: values.DRAND_ADDRESSES,
  });
}

/**
 * The doubles that production would run without being told to. Empty: all is well. Sign-in is refused whatever
 * `ALLOW_SANDBOX` says: under its double anybody is whoever she names, an operator too.
 */
export function refusedSandboxes(
  env: Pick<Env, 'mode' | 'allowedSandboxes'>,
  running: readonly SandboxName[],
): readonly SandboxName[] {
  if (env.mode !== 'production') return [];
  return running.filter((name) => name === 'sign-in' || !env.allowedSandboxes.includes(name));
}
