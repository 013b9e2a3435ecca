import type { Browser } from '@playwright/test';
import { Person } from './person.ts';

/** The operator of the demonstration at a desk of her own, on the staff's screens. */
export class Operator extends Person {
  static async signedIn(browser: Browser, options: ConstructorParameters<typeof Person>[1]): Promise<Operator> {
    const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
    const operator = new Operator(page, options);
    await operator.signIn('operator@puente.example');
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

  /** The port keeps its first slot with one place; the places of its other slots can't be taken away on the screen. */
  async leaveOnePlace(port: string, day: string): Promise<void> {
    await this.open(`staff/capacity?day=${day}`);
    await this.seeHeading('staff.capacity.title', 'staff-capacity');
    const name = this.say(`port.${port}`);
    const fields = this.page.getByLabel(new RegExp(`${name}, `)).and(this.page.locator('input[name=places]'));
    const count = await fields.count();
    for (let index = 0; index < count; index += 1) {
      await fields.nth(index).fill('1');
      await fields.nth(index).press('Enter');
      await this.seeHeading('staff.capacity.title', 'staff-capacity');
    }
  }

  async completeAssistance(code: string): Promise<void> {
    await this.open('staff/assisted');
    await this.seeHeading('staff.assisted.title', 'staff-assisted');
    await this.press('staff.assisted.buttonFor', { code });
  }
}
