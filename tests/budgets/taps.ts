import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { isPage, type Page as PagePath } from '#server/http/pages.ts';
import { screenOf } from '../../scripts/budgets/built-screens.ts';
import type { Figure } from '../../scripts/budgets/figure.ts';
import { juarez } from '../support/person.ts';

type Place = { readonly address: string; readonly locale: string };
type Watching = Window & { puenteTaps: number[] };

/** Four times slower than this machine, as Lighthouse has it. */
const slowness = { rate: 4 };

/**
 * A control of each kind: the first that can be seen. Not the way out in a hurry, which puts another website in the page's
 * place; nor files, whose window is the system's.
 */
const kinds: Readonly<Record<string, string>> = {
  more: 'summary',
  'one of several': 'input[type=radio]',
  box: 'input[type=checkbox]',
  text: 'input:not([type]), input[type=text], input[type=tel], input[type=email]',
  'long text': 'textarea',
  list: 'select',
  button: 'button[type=button]',
  'button that sends': 'main button:not([type=button])',
  link: 'main a[href]',
};

/** In place of the scales: how long a slow phone takes from a tap to the picture that answers it (Event Timing, as INP counts). */
export class Taps {
  readonly seen = new Set<PagePath>();
  private readonly figures: Figure[] = [];
  private readonly browser: Browser;
  private readonly at: Place;

  constructor(browser: Browser, at: Place) {
    this.browser = browser;
    this.at = at;
  }

  async weigh(path: string, who?: BrowserContext, state?: string): Promise<void> {
    const { address, locale } = this.at;
    const phone = await this.browser.newContext({
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      serviceWorkers: 'block',
      geolocation: juarez,
      permissions: ['geolocation'],
      ...(who ? { storageState: await who.storageState() } : {}),
    });
    const page = await phone.newPage();
    await page.addInitScript(watch);
    await page.goto(`${address}/${locale}${path === '' ? '' : `/${path}`}`, { waitUntil: 'networkidle' });
    await (await phone.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', slowness);
    let worst = { kind: 'nothing', took: 0 };
    for (const [kind, selector] of Object.entries(kinds)) {
      const took = await tap(page, selector);
      if (took > worst.took) worst = { kind, took };
    }
    await phone.close();

    const [asked = ''] = path.split('?');
    if (isPage(asked)) this.seen.add(asked);
    const name = isPage(asked) ? screenOf(asked) : asked;
    const figure = { measure: 'next-paint', screen: state ? `${name}, ${state}` : name, locale };
    this.figures.push({ ...figure, value: worst.took, note: worst.kind });
  }

  /** Leaves what was seen in this folder. */
  write(folder: string): void {
    writeFileSync(join(folder, `${this.at.locale}.json`), JSON.stringify(this.figures));
  }
}

/** Milliseconds of the slowest of what it sets off; 0: there is no such control, or it was below what browsers tell of. */
async function tap(page: Page, selector: string): Promise<number> {
  const control = page.locator(selector).filter({ visible: true }).first();
  if ((await control.count()) === 0 || (await control.isDisabled())) return 0;
  await control.scrollIntoViewIfNeeded();
  await page.evaluate(() => void ((window as unknown as Watching).puenteTaps = []));
  // Some lie beneath their label, which takes the tap as her finger's.
  await control.tap({ force: true });
  const isTyped = await control.evaluate((one) => one.matches('textarea, input:not([type=radio], [type=checkbox])'));
  await page.keyboard.press(isTyped ? 'a' : 'Escape');
  return page.evaluate(read);
}

/** Runs in the page, before everything else. */
function watch(): void {
  const here = window as unknown as Watching;
  here.puenteTaps = [];
  type Timing = PerformanceEntry & { readonly interactionId: number };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Timing[])
      if (entry.interactionId > 0) here.puenteTaps.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  // What the page itself does comes first; then it stays where it is.
  window.addEventListener('submit', (event) => event.preventDefault());
  window.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
  });
}

/** Runs in the page: once it is idle after the picture that answers, since an entry is told of after its frame. */
function read(): Promise<number> {
  return new Promise((resolve) => {
    const tell = () => resolve(Math.max(0, ...(window as unknown as Watching).puenteTaps));
    requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => setTimeout(tell))));
  });
}
