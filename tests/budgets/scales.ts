import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from '@playwright/test';
import { isPage, type Page as PagePath } from '#server/http/pages.ts';
import { screenOf } from '../../scripts/budgets/built-screens.ts';
import type { Figure } from '../../scripts/budgets/figure.ts';
import { load } from './loads.ts';
import { watchShifts } from './shifts.ts';

type Place = { readonly address: string; readonly locale: string };

/** Weighs screens, one after the other, each on a phone that has never been here. */
export class Scales {
  readonly seen = new Set<PagePath>();
  private readonly figures: Figure[] = [];
  private readonly browser: Browser;
  private readonly at: Place;

  constructor(browser: Browser, at: Place) {
    this.browser = browser;
    this.at = at;
  }

  /** `path` below the locale, with its query; whose cookies; and the state, where a page has several. */
  async weigh(path: string, who?: BrowserContext, state?: string): Promise<void> {
    const { address, locale } = this.at;
    const phone = await this.browser.newContext({
      // What the budgets count in; over HTTPS a phone takes brotli, which is smaller.
      extraHTTPHeaders: { 'Accept-Encoding': 'gzip' },
      ...(who ? { storageState: await who.storageState() } : {}),
    });
    const there = `${address}/${locale}${path === '' ? '' : `/${path}`}`;
    const page = await phone.newPage();
    const readShifts = await watchShifts(page, locale);
    const first = await load(page, there);
    const shifts = await readShifts();
    const [asked = ''] = path.split('?');
    const shown = new URL(page.url()).pathname.split('/').slice(2).join('/');
    if (shown !== asked) throw new Error(`expected the page ${asked}, found ${shown}`);
    const repeated = await load(await phone.newPage(), there);
    await phone.close();

    if (isPage(asked)) this.seen.add(asked);
    const name = isPage(asked) ? screenOf(asked) : asked;
    const figure = { screen: state ? `${name}, ${state}` : name, locale };
    const measured = {
      javascript: first.javascript,
      css: first.css,
      html: first.html,
      fonts: first.fonts,
      'first-visit': first.whole,
      'repeated-visit': repeated.javascript + repeated.css,
    };
    for (const [measure, value] of Object.entries(measured)) this.figures.push({ ...figure, measure, value });
    const value = shifts.reduce((sum, shift) => sum + shift.value, 0);
    const moved = [...new Set(shifts.flatMap((shift) => shift.moved))].join(', ');
    this.figures.push({ ...figure, measure: 'layout-shift', value, ...(moved ? { note: `moved: ${moved}` } : {}) });
  }

  /** Leaves what was seen in this folder. */
  write(folder: string): void {
    writeFileSync(join(folder, `${this.at.locale}.json`), JSON.stringify(this.figures));
  }
}
