import { expect, type Locator, type Page } from '@playwright/test';
import type { MadeUpPerson } from './people.ts';
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
  private readonly address: string;
  /** Called on each new screen: axe, width, leaks of other languages. */
  private readonly look: (screen: string) => Promise<void>;

  constructor(page: Page, options: { locale: string; address: string; look?: (screen: string) => Promise<void> }) {
    this.page = page;
    this.locale = options.locale;
    this.address = options.address;
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

  field(key: string): Locator {
    return this.page.getByLabel(this.say(key), { exact: true });
  }

  async press(key: string, values: Record<string, string | number> = {}): Promise<void> {
    await this.page.getByRole('button', { name: this.say(key, values), exact: true }).click();
  }

  async follow(key: string): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('link', { name: this.say(key), exact: true })
      .click();
  }

  async signIn(email: string): Promise<void> {
    await this.open('sign-in');
    await this.seeHeading('signIn.title', 'sign-in');
    await this.press('signIn.button');
    await this.seeHeading('sandbox.signIn.title', 'sandbox-sign-in');
    await this.field('sandbox.signIn.email').fill(email);
    await this.press('sandbox.signIn.button');
  }

  /** From the first question to "Check your answers". */
  async answer(person: MadeUpPerson, photo: string): Promise<void> {
    await this.seeHeading('register.language.title', 'register-language');
    await this.field('register.language.label').selectOption(person.primaryLanguage);
    await this.press('common.continue');

    await this.seeHeading('register.name.title', 'register-name');
    await this.field('register.name.givenNames').fill(person.givenNames);
    await this.field('register.name.familyNames').fill(person.familyNames);
    if (person.native) {
      await this.field('register.name.nativeGivenNames').fill(person.native[0]);
      await this.field('register.name.nativeFamilyNames').fill(person.native[1]);
    }
    await this.press('common.continue');

    await this.seeHeading('register.birth.title', 'register-birth');
    const [day, month, year] = person.birth;
    await this.field('register.birth.day').fill(day);
    await this.field('register.birth.month').selectOption(month);
    await this.field('register.birth.year').fill(year);
    await this.press('common.continue');

    await this.seeHeading('register.sex.title', 'register-sex');
    await this.page.getByRole('radio', { name: this.say(`register.sex.${person.sex}`), exact: true }).check();
    await this.press('common.continue');

    await this.seeHeading('register.origin.title', 'register-origin');
    await this.field('register.origin.birthCountry').selectOption(person.birthCountry);
    await this.field('register.origin.citizenship').selectOption(person.citizenship);
    await this.press('common.continue');

    await this.seeHeading('register.phone.title', 'register-phone');
    await this.field('register.phone.label').fill(person.phone);
    await this.press('common.continue');

    await this.seeHeading('register.photo.title', 'register-photo');
    await this.page.locator('input[type=file]').setInputFiles(photo);
    await this.press('common.continue');

    await this.seeHeading('register.terms.title', 'register-terms');
    await this.page.getByRole('checkbox', { name: this.say('register.terms.accept') }).check();
    await this.press('register.terms.button');
    await this.seeHeading('register.check.title', 'register-check');
  }

  async register(person: MadeUpPerson, photo: string): Promise<void> {
    await this.signIn(person.email);
    await this.answer(person, photo);
    await this.press('register.check.button');
    await this.seeHeading('ask.ports.title', 'ask-ports');
  }

  async choosePorts(...ports: readonly string[]): Promise<void> {
    for (const [index, port] of ports.entries()) await this.field(`ask.ports.port${index + 1}`).selectOption(port);
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
