import type { BrowserContext, Page } from '@playwright/test';
import { Person } from './person.ts';

/** Slow 3G as Chromium's tools have it: milliseconds, and bytes a second. */
const slow3g = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
/** Four times slower than this machine. */
const slowness = { rate: 4 };

type Place = { readonly address: string; readonly locale: string };

/** A cheap phone on a slow line, in one window: the line can be cut, and the system can kill the page. */
export class CheapPhone {
  private readonly place: Place;
  /** At the window that is open now. */
  person: Person;
  private isCut = false;

  private constructor(page: Page, place: Place) {
    this.place = place;
    this.person = new Person(page, place);
  }

  static async at(page: Page, place: Place): Promise<CheapPhone> {
    const phone = new CheapPhone(page, place);
    await phone.slowDown();
    return phone;
  }

  get page(): Page {
    return this.person.page;
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  async open(path: string): Promise<void> {
    await this.person.open(path);
    // The page may have woken the worker, which begins on a good line.
    if (!this.isCut) await this.slowWorkersDown();
  }

  async cut(): Promise<void> {
    this.isCut = true;
    await this.context.setOffline(true);
  }

  async mend(): Promise<void> {
    this.isCut = false;
    await this.context.setOffline(false);
    await this.slowDown();
  }

  /** The page is gone at once, and hears of nothing; Puente is opened anew, on the line as it is. */
  async kill(): Promise<void> {
    const { context, page } = this;
    const gone = page.waitForEvent('crash');
    const devTools = await context.newCDPSession(page);
    // The answer never comes.
    devTools.send('Page.crash').catch(() => undefined);
    await gone;
    await page.close();
    this.person = new Person(await context.newPage(), this.place);
    if (!this.isCut) await this.slowDown();
  }

  private async slowDown(): Promise<void> {
    const devTools = await this.context.newCDPSession(this.page);
    await devTools.send('Emulation.setCPUThrottlingRate', slowness);
    await devTools.send('Network.enable');
    await devTools.send('Network.emulateNetworkConditions', slow3g);
    await this.slowWorkersDown();
  }

  /** The service worker has a line of its own, to which Playwright opens no session: by way of the browser's. */
  private async slowWorkersDown(): Promise<void> {
    const devTools = await this.context.browser()?.newBrowserCDPSession();
    if (!devTools) throw new Error('expected a browser');
    const { targetInfos } = await devTools.send('Target.getTargets');
    for (const { type, url, targetId } of targetInfos) {
      if (type !== 'service_worker' || !url.startsWith(this.place.address)) continue;
      const { sessionId } = await devTools.send('Target.attachToTarget', { targetId, flatten: false });
      const message = JSON.stringify({ id: 1, method: 'Network.emulateNetworkConditions', params: slow3g });
      await devTools.send('Target.sendMessageToTarget', { sessionId, message });
    }
  }
}
