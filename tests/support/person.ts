import { expect, type Locator, type Page } from '@playwright/test';
import { isFurtherStep } from '#core/registration/answers.ts';
import { fingers, type Hands } from './hands.ts';
import type { MadeUpPerson } from './people.ts';
import { signInByHttp } from './sign-in.ts';
import { say } from './words.ts';

/** Inside the area: Ciudad Juárez. */
export const juarez = { latitude: 31.69, longitude: -106.424, accuracy: 30 };

/**
 * A person at a phone: finds everything as she does, by the words on the screen in her language. Each act ends on the
 * next screen.
 */
export class Person {
  readonly page: Page;
  readonly locale: string;
  readonly address: string;
  private readonly hands: Hands;
  /** Called on each new screen: axe, width, leaks of other languages. */
  private readonly look: (screen: string) => Promise<void>;

  constructor(
    page: Page,
    options: { locale: string; address: string; look?: (screen: string) => Promise<void>; hands?: Hands },
  ) {
    this.page = page;
    this.locale = options.locale;
    this.address = options.address;
    this.hands = options.hands ?? fingers;
    this.look = options.look ?? (async () => undefined);
  }

  say(key: string, values: Record<string, string | number> = {}): string {
    return say(this.locale, key, values);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.address}/${this.locale}${path ? `/${path}` : ''}`);
  }

  /** The one heading of the screen, and a look at it. */
  async seeHeading(key: string, screen: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: this.say(key), exact: true })).toBeVisible();
    await this.look(screen);
  }

  /** Where she stands, on the page of her status. */
  async seeState(key: string, screen: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 2, name: this.say(key), exact: true })).toBeVisible();
    await this.seeHeading('standing.title', screen);
  }

  /** What went wrong; below `main`, since the framework has an alert of its own. */
  problem(): Locator {
    return this.page.getByRole('main').getByRole('alert');
  }

  field(key: string): Locator {
    return this.page.getByLabel(this.say(key), { exact: true });
  }

  async press(key: string, values: Record<string, string | number> = {}): Promise<void> {
    await this.hands.press(this.page.getByRole('button', { name: this.say(key, values), exact: true }));
  }

  async follow(key: string, values: Record<string, string | number> = {}): Promise<void> {
    const main = this.page.getByRole('main');
    await this.hands.press(main.getByRole('link', { name: this.say(key, values), exact: true }));
  }

  async write(key: string, text: string): Promise<void> {
    await this.hands.write(this.field(key), text);
  }

  /** `value` as the form sends it, such as `HT`. */
  async choose(key: string, value: string): Promise<void> {
    await this.hands.choose(this.field(key), value);
  }

  async tick(role: 'radio' | 'checkbox', key: string): Promise<void> {
    await this.hands.tick(this.page.getByRole(role, { name: this.say(key), exact: true }));
  }

  async pickPhoto(path: string): Promise<void> {
    await this.hands.pick(this.page.locator('input[type=file]'), path);
  }

  /** The nine digits of an appointment or of help, as they stand on the screen. */
  async shownCode(): Promise<string> {
    const code = this.page.getByRole('main').getByText(/^\d{3}\s\d{3}\s\d{3}$/);
    return (await code.textContent()) ?? '';
  }

  /** Signed in without the screens of it; whoever was signed in on this phone before is not any more. */
  async comeIn(email: string): Promise<void> {
    const context = this.page.context();
    await context.clearCookies();
    await signInByHttp(context.request, { address: this.address, locale: this.locale, email });
  }

  async signIn(email: string): Promise<void> {
    await this.open('sign-in');
    await this.seeHeading('signIn.title', 'sign-in');
    await this.press('signIn.button');
    await this.seeHeading('sandbox.signIn.title', 'sandbox-sign-in');
    await this.write('sandbox.signIn.email', email);
    await this.press('sandbox.signIn.button');
  }

  /** An account without e-mail, to its first question: gives the code that she wrote down. */
  async makeCodeAccount(): Promise<string> {
    await this.open('sign-in');
    await this.seeHeading('signIn.title', 'sign-in');
    await this.follow('account.ways.new');
    await this.seeHeading('account.new.title', 'account-new');
    await this.press('account.new.button');
    const code = await this.keepCode();
    await this.seeHeading('register.language.title', 'register-language');
    return code;
  }

  /** Writes down the code that is shown, and proves it. */
  async keepCode(): Promise<string> {
    await this.seeHeading('account.code.title', 'account-code');
    const code = (await this.page.getByText(/^(\d{4}\s){4}\d{4}$/).textContent()) ?? '';
    await this.follow('account.code.button');
    await this.seeHeading('account.check.title', 'account-code-check');
    await this.write('account.check.label', code.slice(-4));
    await this.press('common.continue');
    return code;
  }

  /** On a phone that her account does not know. */
  async signInByCode(code: string, [day, month, year]: MadeUpPerson['birth']): Promise<void> {
    await this.open('account/sign-in');
    await this.seeHeading('account.signIn.title', 'account-sign-in');
    await this.write('account.signIn.label', code);
    await this.press('account.signIn.button');
    await this.seeHeading('account.find.title', 'account-find');
    await this.write('register.birth.day', day);
    await this.choose('register.birth.month', month);
    await this.write('register.birth.year', year);
    await this.press('account.signIn.button');
  }

  /** The same person on another phone presses that button; what this one shows stays as it was. */
  async pressElsewhere(
    email: string,
    { path, button }: { readonly path: string; readonly button: string },
  ): Promise<void> {
    const context = await this.page.context().browser()?.newContext();
    if (!context) throw new Error('expected a page of a browser');
    const there = new Person(await context.newPage(), { locale: this.locale, address: this.address });
    await there.signIn(email);
    await there.page.waitForURL(/\/status$/);
    await there.open(path);
    const done = there.page.waitForResponse((response) => response.request().method() === 'POST');
    await there.press(button);
    await done;
    await context.close();
  }

  /** From the first question to "Check your answers", alone. */
  async answer(person: MadeUpPerson, photo: string): Promise<void> {
    await this.answerUpToGroup(person, photo);
    await this.seeHeading('group.title', 'register-group');
    await this.acceptTerms();
  }

  /** What is asked about herself. */
  async answerUpToGroup(person: MadeUpPerson, photo: string): Promise<void> {
    await this.answerUpToPhoto(person);
    await this.pickPhoto(photo);
    await this.press('common.continue');
  }

  async answerUpToPhoto(person: MadeUpPerson): Promise<void> {
    await this.seeHeading('register.language.title', 'register-language');
    await this.choose('register.language.label', person.primaryLanguage);
    await this.press('common.continue');
    await this.skipQuestions();

    await this.seeHeading('register.name.title', 'register-name');
    await this.write('register.name.givenNames', person.givenNames);
    await this.write('register.name.familyNames', person.familyNames);
    if (person.native) {
      await this.write('register.name.nativeGivenNames', person.native[0]);
      await this.write('register.name.nativeFamilyNames', person.native[1]);
    }
    await this.press('common.continue');

    await this.seeHeading('register.birth.title', 'register-birth');
    const [day, month, year] = person.birth;
    await this.write('register.birth.day', day);
    await this.choose('register.birth.month', month);
    await this.write('register.birth.year', year);
    await this.press('common.continue');

    await this.seeHeading('register.sex.title', 'register-sex');
    await this.tick('radio', `register.sex.${person.sex}`);
    await this.press('common.continue');

    await this.seeHeading('register.origin.title', 'register-origin');
    await this.choose('register.origin.birthCountry', person.birthCountry);
    await this.choose('register.origin.citizenship', person.citizenship);
    await this.press('common.continue');
    await this.skipQuestions();

    await this.seeHeading('register.phone.title', 'register-phone');
    await this.write('register.phone.label', person.phone);
    await this.press('common.continue');
    await this.skipQuestions();

    await this.seeHeading('register.photo.title', 'register-photo');
  }

  /** From everybody of her group to "Check your answers". */
  async acceptTerms(): Promise<void> {
    await this.follow('group.continue');
    await this.seeHeading('register.terms.title', 'register-terms');
    await this.tick('checkbox', 'register.terms.accept');
    await this.press('register.terms.button');
    await this.seeHeading('register.check.title', 'register-check');
  }

  /**
   * Past the questions that can be skipped, to the next one that can't. They are looked at in tests of their own
   * (`questions.spec.ts`): here they are sent from the same browser without their screens.
   */
  async skipQuestions(): Promise<void> {
    await this.page.waitForURL(/\/register\/(languages|citizenships|email)(\?|$)/);
    const { pathname, search } = new URL(this.page.url());
    let step = pathname.split('/').at(-1) ?? '';
    while (isFurtherStep(step)) {
      const answer = await this.page.request.post(`${this.address}/api/registration/${step}`, {
        headers: { Origin: this.address, 'Sec-Fetch-Site': 'same-origin', Accept: 'application/json' },
        form: { page: `register/${step}${search}`, locale: this.locale, skip: 'yes' },
      });
      step = ((await answer.json()) as { readonly step: string }).step;
    }
    await this.open(`register/${step}${search}`);
  }

  async register(person: MadeUpPerson, photo: string): Promise<void> {
    await this.signIn(person.email);
    await this.answer(person, photo);
    await this.press('register.check.button');
    await this.seeHeading('ask.ports.title', 'ask-ports');
  }

  async choosePorts(...ports: readonly string[]): Promise<void> {
    for (const [index, port] of ports.entries()) await this.choose(`ask.ports.port${index + 1}`, port);
    await this.press('common.continue');
    await this.seeHeading('ask.send.title', 'ask-send');
  }

  /** Location, the check against robots, and the asking itself. */
  async ask(): Promise<void> {
    await this.press('ask.send.where.button');
    await expect(this.page.getByText(this.say('ask.send.where.inside'))).toBeVisible();
    await expect(this.page.getByText(this.say('ask.send.robot.done'))).toBeVisible({ timeout: 60_000 });
    await this.press('ask.send.button');
    await this.seeState('standing.waiting.title', 'status-waiting');
  }
}
