import { type APIRequestContext, type APIResponse, type BrowserContext, type Cookie, request } from '@playwright/test';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { everyQuestion } from '#core/policy/policies.ts';
import { type RegistrationStep, registrationSteps } from '#core/registration/answers.ts';
import { isFor } from '#core/registration/steps.ts';
import { readTerms } from '#server/documents.ts';
import type { MadeUpPerson } from './people.ts';
import { juarez } from './person.ts';
import { furtherAnswers } from './questions.ts';
import { beginSignIn, signInByHttp } from './sign-in.ts';
import { portrait } from './town.ts';

export type Fields = Readonly<Record<string, string>>;
type Headers = Readonly<Record<string, string>>;
/** As Playwright's request takes it. */
export type FileField = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
export type FormFields = { readonly [name: string]: string | FileField };

export type VisitingMember = {
  readonly name: string;
  readonly relationship: string;
  readonly birth: readonly [day: string, month: string, year: string];
  readonly guardian?: string;
  /** Her photo is still to be sent. */
  readonly isWithoutPhoto?: boolean;
};

/** Somebody who speaks HTTP and nothing else: keeps cookies, sends forms as a browser and `fetch` as a script. */
export class Visitor {
  readonly locale: string;
  readonly address: string;
  private readonly http: APIRequestContext;

  private constructor(http: APIRequestContext, address: string, locale: string) {
    this.http = http;
    this.address = address;
    this.locale = locale;
  }

  /** `cookies`: of the browser that she uses after somebody else. */
  static async at(address: string, locale: string, cookies: readonly Cookie[] = []): Promise<Visitor> {
    const storageState = { cookies: [...cookies], origins: [] };
    return new Visitor(await request.newContext({ storageState }), address, locale);
  }

  /** At a browser that shows what comes of it: they share their cookies. */
  static inBrowser(context: BrowserContext, address: string, locale: string): Visitor {
    return new Visitor(context.request, address, locale);
  }

  static async operator(address: string): Promise<Visitor> {
    const operator = await Visitor.at(address, 'en');
    await operator.signIn('operator@puente.example');
    return operator;
  }

  async leave(): Promise<void> {
    await this.http.dispose();
  }

  /** A page as HTML, in her language; what it leads to is followed. */
  async look(page: string): Promise<string> {
    return (await this.http.get(this.at(`/${this.locale}/${page}`))).text();
  }

  /** A plain form of that page, as a browser sends it. The 303 is not followed. */
  form(route: string, page: string, fields: FormFields): Promise<APIResponse> {
    const whole: FormFields = { page, locale: this.locale, ...fields };
    const hasFile = Object.values(whole).some((value) => typeof value !== 'string');
    return this.post(route, {
      headers: { Origin: this.address, 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' },
      ...(hasFile ? { multipart: whole } : { form: whole as Fields }),
    });
  }

  /** The same as a script sends it: JSON there and back. */
  fetch(route: string, body: unknown, headers: Headers = {}): Promise<APIResponse> {
    return this.post(route, {
      headers: { ...this.scripted, 'Content-Type': 'application/json', ...headers },
      data: JSON.stringify(body),
    });
  }

  /** A file by `fetch`: the browser makes the multipart body, the answer is JSON. */
  upload(route: string, fields: FormFields, headers: Headers = {}): Promise<APIResponse> {
    return this.post(route, { headers: { ...this.scripted, ...headers }, multipart: fields });
  }

  /** Bytes as they are, such as a body that is none. */
  raw(route: string, body: string | Buffer, headers: Headers): Promise<APIResponse> {
    return this.post(route, { headers: { Origin: this.address, ...headers }, data: body });
  }

  /** Any method, as a script. */
  ask(method: string, route: string): Promise<APIResponse> {
    return this.http.fetch(this.at(route), { method, headers: this.scripted, maxRedirects: 0 });
  }

  signIn(email: string): Promise<void> {
    return signInByHttp(this.http, { address: this.address, locale: this.locale, email });
  }

  /** The uid of a sign-in that has begun. */
  beginSignIn(): Promise<string> {
    return beginSignIn(this.http, this);
  }

  /** As the operator: the pool of today, now. */
  async closeAndDraw(): Promise<void> {
    for (const act of ['close', 'draw'] as const) await this.done(await this.fetch(`/api/staff/${act}`, {}));
  }

  /** As the operator: every time of the port on that day is closed but its first, which keeps one place. */
  async leaveOnePlace(port: string, day: string): Promise<void> {
    const page = await this.look(`staff/capacity?day=${day}`);
    const slots = [
      ...page.matchAll(
        new RegExp(`name="port" value="${port}"/?><input type="hidden" name="slot" value="([^"]+)"`, 'g'),
      ),
    ];
    if (slots.length < 2) throw new Error(`expected the times of ${port} on ${day}, found ${slots.length}`);
    for (const [index, [, slot]] of slots.entries())
      await this.done(await this.fetch('/api/staff/capacity', { port, slot, places: index === 0 ? '1' : '0' }));
  }

  /** What a head answers before the page of her group, as a browser is led: which questions there are, the policy says. */
  async answerUpToGroup(person: MadeUpPerson): Promise<void> {
    const answers = await rightAnswers(person, this.locale);
    let step: string | undefined = 'language';
    while (step && isHeadStep(step)) {
      const answer = await this.form(`/api/registration/${step}`, `register/${step}`, answers[step]);
      await this.led(answer);
      step = new URL(answer.headers()['location'] ?? '', this.address).pathname.split('/register/')[1];
    }
  }

  /** All answers, without sending the registration. */
  async answer(person: MadeUpPerson): Promise<void> {
    await this.answerUpToGroup(person);
    // She comes alone: the page of her group leads to the terms.
    await this.led(await this.form('/api/registration/terms', 'register/terms', await rightTerms(this.locale)));
  }

  async register(person: MadeUpPerson, ...ports: readonly string[]): Promise<void> {
    await this.signIn(person.email);
    await this.answer(person);
    await this.led(await this.form('/api/registration', 'register/check', {}));
    const [port1 = 'el-paso', port2 = '', port3 = ''] = ports;
    await this.led(await this.form('/api/request/ports', 'ask/ports', { port1, port2, port3 }));
  }

  /** Everything about one more person of her group. Gives the person's id. */
  async addMember(member: VisitingMember): Promise<string> {
    const added = await this.fetch('/api/registration/people', { page: 'register/group', locale: this.locale });
    const { person } = (await added.json()) as { readonly person: string };
    const [birthDay, birthMonth, birthYear] = member.birth;
    const answers: readonly (readonly [string, FormFields])[] = [
      ['relationship', { relationship: member.relationship }],
      ['name', { givenNames: member.name, familyNames: 'Désir' }],
      ['birth', { birthDay, birthMonth, birthYear }],
      ...(member.guardian ? [['guardian', { guardian: member.guardian }] as const] : []),
      ['sex', { sex: 'x' }],
      ['origin', { birthCountry: 'HT', citizenship: 'HT' }],
      ['citizenships', { skip: 'yes' }],
      ['document', { skip: 'yes' }],
      ...(member.isWithoutPhoto ? [] : [['photo', { photo: await photoField() }] as const]),
    ];
    for (const [step, fields] of answers) {
      await this.led(await this.form(`/api/registration/${step}`, `register/${step}?person=${person}`, fields));
    }
    return person;
  }

  /** The same of a group that is registered: from now on the person counts in it. */
  async letIn(member: VisitingMember): Promise<string> {
    const person = await this.addMember(member);
    await this.led(await this.form('/api/registration/people/admit', `register/person?person=${person}`, { person }));
    return person;
  }

  /** Her own id among the people of her group. */
  async ownId(): Promise<string> {
    const [found] = await this.peopleOfGroup();
    if (!found) throw new Error('expected the head on the page of her group');
    return found;
  }

  /** The ids of all in her group, hers first, as its page links them: to see somebody, or to answer what is missing. */
  async peopleOfGroup(): Promise<readonly string[]> {
    const links = (await this.look('register/group')).matchAll(/register\/[a-z-]+\?person=([\da-f-]{36})/g);
    return [...new Set(Array.from(links, ([, id = '']) => id))];
  }

  async askForAPlace(wish: { readonly standing?: 'yes' } = {}): Promise<void> {
    await this.led(await this.form('/api/request', 'ask/send', { ...(await this.rightAsking()), ...wish }));
  }

  /** The place that is offered to her, with a photo that fits. */
  async confirm(): Promise<void> {
    const fields = { ...place, sandboxWish: 'match', photo: await photoField() };
    await this.done(await this.upload('/api/offer/confirm', fields));
  }

  /** What the phone fills in before asking: a place inside the area, and the answer to the robots' check. */
  async rightAsking(): Promise<Fields> {
    return { ...place, altcha: await this.solveRobotCheck(), signals: '{}' };
  }

  async solveRobotCheck(): Promise<string> {
    const challenge = (await (await this.http.get(this.at('/api/captcha'))).json()) as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  }

  /** Fails unless it was taken. */
  private async done(answer: APIResponse): Promise<void> {
    if (answer.ok()) return;
    throw new Error(`expected ${answer.url()} to be taken, found ${answer.status()} ${await answer.text()}`);
  }

  /** Fails unless the form was right: then nothing waits on its page. */
  private async led(answer: APIResponse): Promise<void> {
    const isWaiting = /puente_waiting=[^;]/.test(answer.headers()['set-cookie'] ?? '');
    if (answer.status() !== 303 || isWaiting)
      throw new Error(`expected ${answer.url()} to lead on, found ${answer.status()}, waiting: ${isWaiting}`);
  }

  private get scripted(): Headers {
    return { Origin: this.address, 'Sec-Fetch-Site': 'same-origin', Accept: 'application/json' };
  }

  private at(path: string): string {
    return new URL(path, this.address).href;
  }

  private post(route: string, options: Parameters<APIRequestContext['post']>[1]): Promise<APIResponse> {
    return this.http.post(this.at(route), { ...options, maxRedirects: 0 });
  }
}

/** Ciudad Juárez, as the phone's script writes it into the form. */
export const place = {
  latitude: String(juarez.latitude),
  longitude: String(juarez.longitude),
  accuracy: String(juarez.accuracy),
} as const;

/** A photo as a form sends it. */
export async function photoField(): Promise<FileField> {
  return fileField(Buffer.from(await portrait()));
}

export function fileField(buffer: Buffer, mimeType = 'image/jpeg'): FileField {
  return { name: 'photo.jpg', mimeType, buffer };
}

type HeadStep = Exclude<RegistrationStep, 'relationship' | 'guardian'>;

function isHeadStep(step: string): step is HeadStep {
  return registrationSteps.some((known) => known === step && isFor(known, 'head', everyQuestion));
}

async function rightAnswers(person: MadeUpPerson, locale: string): Promise<Readonly<Record<HeadStep, FormFields>>> {
  const [birthDay, birthMonth, birthYear] = person.birth;
  return {
    ...furtherAnswers(person),
    // Her own: messages go there.
    email: { email: person.email },
    language: { primaryLanguage: person.primaryLanguage },
    name: { givenNames: person.givenNames, familyNames: person.familyNames },
    birth: { birthDay, birthMonth, birthYear },
    sex: { sex: person.sex },
    origin: { birthCountry: person.birthCountry, citizenship: person.citizenship },
    phone: { phone: person.phone },
    photo: { photo: await photoField() },
    terms: await rightTerms(locale),
  };
}

/** Accepting the terms as they are shown in that language. */
export async function rightTerms(locale: string): Promise<Fields> {
  const terms = await readTerms(locale, '2027-01');
  return { accept: 'yes', termsVersion: terms.version, termsSha256: terms.sha256 };
}
