import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { AccountId } from '#core/ids.ts';
import { shippedPolicies, withoutReleases } from '#core/policy/policies.ts';
import type { RegistrationStep } from '#core/registration/answers.ts';
import { askedSteps } from '#core/registration/steps.ts';
import type { Result } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import { bindServices } from '#server/bind-services.ts';
import { createSandboxCaptcha } from '#server/captcha/sandbox.ts';
import { createAskWriter } from '#server/db/ask-statement.ts';
import type { Database } from '#server/db/database.ts';
import { makeKeys } from '#server/db/vault/keys.ts';
import { createVault } from '#server/db/vault/vault.ts';
import { layOutPorts } from '#server/demonstration.ts';
import { type Document, readTerms } from '#server/documents.ts';
import { readMrz } from '#server/identity-document/read-mrz.ts';
import { createDocumentReader } from '#server/identity-document/read-picture.ts';
import { cleanPhoto } from '#server/presence/photo.ts';
import { createSandboxPresence } from '#server/presence/sandbox.ts';
import { createProofSigner, type ProofSigner } from '#server/proof-signer.ts';
import type { Applicant, AskInput, ConfirmInput, Services, Standing } from '#server/services.ts';
import { noSpeech } from '#server/speech/none.ts';
import { keepTime } from '#server/use-cases/keep-time.ts';
import type { Tools } from '#server/use-cases/tools.ts';
import { furtherAnswers } from './questions.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** Ciudad Juárez: inside the area. */
export const inside = { latitude: 31.69, longitude: -106.424, accuracyMeters: 30 };
/** Tapachula: outside of it. */
export const outside = { latitude: 14.903, longitude: -92.257, accuracyMeters: 30 };

/** The server without HTTP, with a clock that the test moves. */
export type Town = {
  readonly services: Services;
  readonly tools: Tools;
  readonly jwks: ProofSigner['jwks'];
  /** Moves the clock and lets the schedule do what is due, minute or not. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly newcomer: (name: string) => Promise<Applicant>;
  /** All questions answered, sent, ports chosen: for somebody who has an account already. */
  readonly register: (applicant: Applicant, ...ports: readonly string[]) => Promise<void>;
  /** Registered, with ports chosen. */
  readonly registered: (name: string, ...ports: readonly string[]) => Promise<Applicant>;
  readonly ask: (applicant: Applicant, change?: Partial<AskInput>) => ReturnType<Services['ask']>;
  readonly confirm: (applicant: Applicant, change?: Partial<ConfirmInput>) => ReturnType<Services['confirmOffer']>;
  readonly standing: (applicant: Applicant) => Promise<Standing>;
};

export const operator = '00000000-0000-4000-8000-000000000001' as AccountId;

/** `start` is RFC 3339, such as `2027-03-10T15:00:00-05:00`. */
export async function makeTown(
  database: Database,
  start: string,
  options: Partial<Pick<Tools, 'policies' | 'randomBytes' | 'readTerms' | 'witnesses' | 'beacon'>> = {},
): Promise<Town> {
  let now = Date.parse(start) as Instant;
  const signer = await createProofSigner(new Uint8Array(randomBytes(32)));
  const photo = await portrait();
  const documents = createDocumentReader();
  const policies = [...(options.policies ?? withoutReleases(shippedPolicies))];
  const tools: Tools = {
    db: database,
    vault: createVault(makeKeys()),
    asks: createAskWriter(database),
    now: () => now,
    policies,
    learnPolicy(policy) {
      policies.push(policy);
    },
    captcha: createSandboxCaptcha(),
    beacon: options.beacon ?? null,
    speech: noSpeech,
    presence: createSandboxPresence(),
    cleanPhoto,
    randomBytes: options.randomBytes ?? ((count) => new Uint8Array(randomBytes(count))),
    signProof: signer.sign,
    readTerms: options.readTerms ?? readTerms,
    witnesses: options.witnesses ?? [],
    push: { publicKey: 'the-towns-key', ownOrigins: [] },
    readMrz,
    readDocumentPicture: (picture) => documents.read(picture),
  };
  const services = bindServices(tools, {
    mode: 'demonstration',
    sandboxes: ['presence', 'captcha', 'notify', 'clock'],
  });
  await layOutPorts(tools);
  await keepTime(tools);

  const standing = (applicant: Applicant) => services.standing(applicant.accountId);
  /** What each signed in with, and answers when she is asked: messages go there. */
  const emails = new Map<AccountId, string>();
  const newcomer = async (name: string): Promise<Applicant> => {
    const signedIn = { issuer: 'https://idp.example', subject: name, email: `${name}@puente.example` };
    const { accountId } = await services.arrive({ signedIn, locale: 'ht' });
    emails.set(accountId, signedIn.email);
    return { accountId, deviceId: `device of ${name}`, locale: 'ht' };
  };
  const register: Town['register'] = async (applicant, ...ports) => {
    const { termsVersion } = services.policy();
    const terms = acceptanceOf(await tools.readTerms(applicant.locale, termsVersion));
    const fields = {
      ...(await answersOf(applicant.locale)),
      terms,
      email: { email: emails.get(applicant.accountId) ?? '' },
    };
    for (const step of askedSteps(services.policy().questions, 'head') as readonly HeadStep[]) {
      const upload = step === 'photo' ? photo : undefined;
      must(await services.saveAnswers({ applicant, person: null, step, fields: fields[step], photo: upload }));
    }
    must(await services.register({ applicant }));
    const [port1 = 'el-paso', port2 = '', port3 = ''] = ports;
    must(await services.choosePorts({ applicant, fields: { port1, port2, port3 } }));
  };
  return {
    services,
    tools,
    jwks: signer.jwks,
    register,
    async wait(milliseconds) {
      now = (now + milliseconds) as Instant;
      await keepTime(tools);
    },
    newcomer,
    async registered(name, ...ports) {
      const applicant = await newcomer(name);
      await register(applicant, ...ports);
      return applicant;
    },
    ask: (applicant, change) =>
      services.ask({
        applicant,
        place: inside,
        captchaAnswer: 'sandbox-pass',
        signals: {},
        repeatKey: randomBytes(8).toString('hex'),
        ...change,
      }),
    async confirm(applicant, change) {
      const found = await standing(applicant);
      if (found.step !== 'offered') throw new Error(`expected an offer to confirm, found ${found.step}`);
      return services.confirmOffer({
        applicant,
        offerId: found.offer.id,
        place: inside,
        photo,
        sandboxWish: undefined,
        ...change,
      });
    },
    standing,
  };
}

/** A member of staff, the operator unless named, decides for her; `code` as she types it. */
export function decideFor(town: Town, code: string, actor: AccountId = operator): ReturnType<Services['decideReview']> {
  return town.services.decideReview({ actor, fields: { code, reason: 'met-in-person' } });
}

/** The value of what must have gone well. */
export function must<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (!result.ok) throw new Error(`expected success, found ${JSON.stringify(result.error)}`);
  return result.value;
}

export async function portrait(): Promise<Uint8Array> {
  const image = sharp({ create: { width: 320, height: 400, channels: 3, background: '#c9a58b' } });
  return new Uint8Array(await image.jpeg().toBuffer());
}

type HeadStep = Exclude<RegistrationStep, 'relationship' | 'guardian'>;

/** What a head answers, in the order of the screens. */
export async function answersOf(locale: string): Promise<Readonly<Record<HeadStep, Readonly<Record<string, string>>>>> {
  return {
    ...furtherAnswers(),
    language: { primaryLanguage: 'ht' },
    name: { givenNames: 'Marie-Flore', familyNames: 'Désir' },
    birth: { birthDay: '29', birthMonth: '2', birthYear: '1992' },
    sex: { sex: 'female' },
    origin: { birthCountry: 'HT', citizenship: 'HT' },
    phone: { phone: '+509 34 12 3456' },
    photo: {},
    terms: acceptanceOf(await readTerms(locale, '2027-01')),
  };
}

/** What the form of these terms sends, its box ticked. */
export function acceptanceOf({ version, sha256 }: Pick<Document, 'version' | 'sha256'>) {
  return { accept: 'yes', termsVersion: version, termsSha256: sha256 };
}
