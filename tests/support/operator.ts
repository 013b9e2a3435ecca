import { type Browser, expect } from '@playwright/test';
import { look } from './look.ts';
import { Person } from './person.ts';

/** The operator of the demonstration at a desk of her own, on the staff's screens. */
export class Operator extends Person {
  static async signedIn(
    browser: Browser,
    {
      role = 'operator',
      isLookedAt = false,
      ...options
    }: Omit<ConstructorParameters<typeof Person>[1], 'look'> & {
      readonly role?: 'operator' | 'officer' | 'supervisor' | 'second-supervisor';
      readonly isLookedAt?: boolean;
    },
  ): Promise<Operator> {
    const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
    const seen = (screen: string) => look(page, { locale: options.locale, screen });
    const operator = new Operator(page, { ...options, ...(isLookedAt ? { look: seen } : {}) });
    await operator.signIn(`${role}@puente.example`);
    await operator.seeHeading('staff.home.title', 'staff');
    return operator;
  }

  async closeAndDraw(): Promise<void> {
    await this.open('staff/draw');
    await this.seeHeading('staff.draw.title', 'staff-draw-open');
    await this.press('staff.draw.closeButton');
    await this.seeHeading('staff.draw.title', 'staff-draw-closed');
    await this.press('staff.draw.drawButton');
    await this.seeHeading('staff.draw.title', 'staff-draw-drawn');
  }

  async openNext(): Promise<void> {
    await this.open('staff/draw');
    await this.press('staff.draw.openButton');
    await this.seeHeading('staff.draw.title', 'staff-draw-open');
  }

  /** Out of the list to one review, decided there. */
  async decide(code: string, reason = 'met-in-person'): Promise<void> {
    await this.open('staff/reviews');
    await this.seeHeading('review.list.title', 'staff-reviews');
    await this.page.getByRole('link', { name: this.say('review.list.link', { code }), exact: true }).click();
    await this.seeHeading('review.one.title', 'staff-review');
    await this.decideHere(reason);
    await expect(this.page.getByText(code)).toHaveCount(0);
  }

  /** The review whose page is open; leads to the list of those that still wait. */
  async decideHere(reason: string): Promise<void> {
    await this.tick('radio', `review.decision.${reason}`);
    await this.press('review.one.button');
    const list = this.page.getByRole('heading', { level: 1, name: this.say('review.list.title'), exact: true });
    await expect(list).toBeVisible();
  }
}
