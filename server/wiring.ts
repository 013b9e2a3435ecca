import { hkdfSync, randomBytes } from 'node:crypto';
import type { Instant } from '#core/time/instant.ts';
import { bindServices } from './bind-services.ts';
import type { Captcha } from './captcha/contract.ts';
import { createClock } from './clock.ts';
import { createAskWriter } from './db/ask-statement.ts';
import type { Database } from './db/database.ts';
import type { Keys } from './db/vault/keys.ts';
import { createVault, type Vault } from './db/vault/vault.ts';
import { layOutPorts, makeSandboxStaff } from './demonstration.ts';
import type { Env, SandboxName } from './env.ts';
import { readMrz } from './identity-document/read-mrz.ts';
import { createDocumentReader } from './identity-document/read-picture.ts';
import { type Jobs, startJobs } from './jobs.ts';
import type { Log } from './log.ts';
import { notUpToDate, openData, readOrMakeKeys } from './open-data.ts';
import { phoneTags } from './phone-tag.ts';
import { cleanPhoto } from './presence/photo.ts';
import { createSandboxPresence } from './presence/sandbox.ts';
import { createProofSigner, type ProofSigner } from './proof-signer.ts';
import type { Services } from './services.ts';
import { sandboxAccounts } from './sign-in/sandbox/accounts.ts';
import type { Speech } from './speech/contract.ts';
import { keepTime } from './use-cases/keep-time.ts';
import { learnPolicies } from './use-cases/publish-policy.ts';
import type { Tools } from './use-cases/tools.ts';
import { wireBeacon } from './wiring-beacon.ts';
import { wireCaptcha } from './wiring-captcha.ts';
import { wireNotices } from './wiring-notices.ts';
import { keepPoliciesOfPools, wirePolicies } from './wiring-policies.ts';
import { type WiredSignIn, wireSignIn } from './wiring-sign-in.ts';
import { wireSpeech } from './wiring-speech.ts';

/** Everything that runs, made once a process and joined here alone. */
export type Wired = WiredSignIn & {
  readonly services: Services;
  readonly database: Database;
  readonly vault: Vault;
  readonly captcha: Captcha;
  readonly jwks: ProofSigner['jwks'];
  readonly phoneTag: ReturnType<typeof phoneTags>;
  readonly now: () => Instant;
  readonly sandboxes: readonly SandboxName[];
  /** Rejects, or answers false, where the database doesn't answer. */
  readonly isHealthy: () => Promise<boolean>;
  /** Flushes what was asked, stops the schedule, closes the database. */
  readonly close: () => Promise<void>;
};

/** What runs as a double under this environment; known before anything is opened, so that production can refuse it. */
export function runningSandboxes(env: Env): readonly SandboxName[] {
  return [
    ...(env.oidc ? [] : (['sign-in'] as const)),
    // The real adapter comes with its issue.
    'presence',
    ...(env.mail ? [] : (['notify'] as const)),
    ...(env.beacon === 'sandbox' ? (['beacon'] as const) : []),
    ...(env.clockStart ? (['clock'] as const) : []),
  ];
}

/** Opens the database, brings it up to date, fills in what is missing, and starts the schedule. Throws CannotStart. */
export async function wire(env: Env, log: Log): Promise<Wired> {
  const keys = readOrMakeKeys(env);
  const { signIn, sandboxProvider } = await wireSignIn(env, log);
  const speech = await wireSpeech(env, log);
  const known = await wirePolicies(env);
  const database = await openData(env, keys);
  try {
    return await wireOn(database, { env, log, keys, signIn, sandboxProvider, speech, ...known });
  } catch (error) {
    await database.close();
    throw error;
  }
}

type Given = WiredSignIn & {
  readonly env: Env;
  readonly log: Log;
  readonly keys: Keys;
  readonly speech: Speech;
} & Pick<Tools, 'policies' | 'learnPolicy' | 'readTerms'>;

async function wireOn(database: Database, given: Given): Promise<Wired> {
  const { env, log, keys, signIn, sandboxProvider, speech, policies, learnPolicy, readTerms } = given;
  await learnPolicies({ db: database, policies, learnPolicy });
  await keepPoliciesOfPools(database, policies);
  const now = createClock(env.clockStart);
  const vault = createVault(keys);
  const signer = await createProofSigner(derived(keys, 'proof'));
  const captcha = wireCaptcha(env, { database, log, now, altchaKey: derived(keys, 'altcha') });
  const asks = createAskWriter(database);
  const documents = createDocumentReader();
  const pushKey = derived(keys, 'vapid');
  const notices = wireNotices({ env, log, database, vault, now, policies, pushKey });
  const tools: Tools = {
    db: database,
    vault,
    asks,
    now,
    policies,
    learnPolicy,
    captcha,
    beacon: wireBeacon(env, { log, now }),
    speech,
    presence: createSandboxPresence(),
    cleanPhoto,
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    witnesses: env.witnesses,
    signProof: signer.sign,
    readTerms,
    push: { publicKey: notices.pushPublicKey, ownOrigins: env.push.services },
    readMrz,
    readDocumentPicture: (picture) => documents.read(picture),
  };
  await layOutPorts(tools);
  if (sandboxProvider && env.mode === 'demonstration') {
    await makeSandboxStaff(
      tools,
      sandboxAccounts.flatMap(({ email, role }) => (role === 'applicant' ? [] : [{ email, role }])),
    );
  }
  // A minute's failure is told in the log and tried again the next minute: it must not keep the server from starting,
  // where people confirm and look at their proof, nor lie in pg-boss's tables, since its message may quote a person.
  const eachMinute = () => keepTime(tools).catch((error: unknown) => log.failure('each-minute', error));
  await eachMinute();
  const jobs: Jobs = await startJobs(database, log, eachMinute).catch(notUpToDate);
  const delivering = notices.start();

  const sandboxes = runningSandboxes(env);
  return {
    services: bindServices(tools, { mode: env.mode, sandboxes }),
    database,
    vault,
    signIn,
    captcha,
    sandboxProvider,
    jwks: signer.jwks,
    phoneTag: phoneTags(derived(keys, 'phone')),
    now,
    sandboxes,
    isHealthy: async () => {
      await database.run({ name: 'health', text: 'select 1' }, []);
      return true;
    },
    async close() {
      await Promise.all([jobs.stop(), delivering.stop()]);
      await asks.idle();
      await documents.stop();
      await database.close();
    },
  };
}

/** Keys for other purposes from the one secret that the operator keeps: whoever knows one of them knows no other. */
function derived(keys: Keys, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', keys.token, '', `puente/${purpose}`, 32));
}
