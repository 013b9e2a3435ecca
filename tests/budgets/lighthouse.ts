import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from '@playwright/test';
import lighthouse from 'lighthouse';
import { isPage, type Page as PagePath } from '#server/http/pages.ts';
import { screenOf } from '../../scripts/budgets/built-screens.ts';
import type { Figure } from '../../scripts/budgets/figure.ts';

type Place = { readonly address: string; readonly locale: string };
type Category = 'accessibility' | 'best-practices' | 'seo' | 'performance';

const categories: readonly Category[] = ['accessibility', 'best-practices', 'seo', 'performance'];

/** What Lighthouse says of a page as a phone with a slow processor has it over slow 4G: its own presets. */
export type Judged = {
  /** Of 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Milliseconds. */
  readonly lcp: number;
  readonly blocking: number;
  readonly bytes: number;
  /** Audits that cost points, but for performance. */
  readonly failed: readonly string[];
};

export type Look = (url: string, headers?: Readonly<Record<string, string>>) => Promise<Judged>;

/** Lighthouse looks by a browser of its own, at a port where it can be told what to do. */
export async function withLighthouse<T>(options: LaunchOptions, use: (look: Look) => Promise<T>): Promise<T> {
  const port = await freePort();
  const args = [...(options.args ?? []), `--remote-debugging-port=${port}`];
  const browser: Browser = await chromium.launch({ ...options, args });
  try {
    return await use(async (url, headers) => {
      const run = await lighthouse(url, {
        port,
        logLevel: 'silent',
        output: 'json',
        onlyCategories: [...categories],
        ...(headers ? { extraHeaders: { ...headers } } : {}),
      });
      if (!run) throw new Error(`expected Lighthouse to judge ${url}, found nothing`);
      const { pathname } = new URL(run.lhr.finalDisplayedUrl);
      if (pathname !== new URL(url).pathname)
        throw new Error(`expected Lighthouse to be shown ${url}, found ${pathname}`);
      return judged(run.lhr);
    });
  } finally {
    await browser.close();
  }
}

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

function judged({ categories: found, audits, finalDisplayedUrl, runtimeError }: Report): Judged {
  if (runtimeError) throw new Error(`expected ${finalDisplayedUrl} to be judged, found: ${runtimeError.message}`);
  const score = (name: Category) => Math.round(100 * (found[name]?.score ?? 0));
  const measured = (name: string) => {
    const value = audits[name]?.numericValue;
    if (value === undefined)
      throw new Error(`expected Lighthouse to measure ${name} of ${finalDisplayedUrl}, found none`);
    return value;
  };
  const failed = categories
    .filter((name) => name !== 'performance')
    .flatMap((name) => found[name]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1);
  return {
    scores: {
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
      performance: score('performance'),
    },
    lcp: Math.round(measured('largest-contentful-paint')),
    blocking: Math.round(measured('total-blocking-time')),
    bytes: measured('total-byte-weight'),
    failed: failed.map(({ id }) => id),
  };
}

/** In place of the scales: each screen is judged as often as is asked for, and what lies in the middle counts. */
export class Judge {
  readonly seen = new Set<PagePath>();
  private readonly figures: Figure[] = [];
  private readonly look: Look;
  private readonly at: Place;
  private readonly runs: number;

  constructor(look: Look, at: Place, runs: number) {
    this.look = look;
    this.at = at;
    this.runs = runs;
  }

  async weigh(path: string, who?: BrowserContext, state?: string): Promise<void> {
    // Lighthouse judges no page that comes with the status of an error.
    if (path.startsWith('problems/')) return;
    const { address, locale } = this.at;
    const cookies = (await who?.cookies(address)) ?? [];
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const all: Judged[] = [];
    for (let run = 0; run < this.runs; run += 1)
      all.push(
        await this.look(
          `${address}/${locale}${path === '' ? '' : `/${path}`}`,
          cookie === '' ? {} : { Cookie: cookie },
        ),
      );
    const [asked = ''] = path.split('?');
    if (isPage(asked)) this.seen.add(asked);
    const name = isPage(asked) ? screenOf(asked) : asked;
    const screen = state ? `${name}, ${state}` : name;
    const note = [...new Set(all.flatMap(({ failed }) => failed))].join(', ');
    const measured = {
      'lighthouse-accessibility': middle(all.map(({ scores }) => 100 - scores.accessibility)),
      'lighthouse-best-practices': middle(all.map((one) => 100 - one.scores['best-practices'])),
      'lighthouse-seo': middle(all.map(({ scores }) => 100 - scores.seo)),
      'lighthouse-performance': middle(all.map(({ scores }) => 100 - scores.performance)),
      'largest-paint': middle(all.map(({ lcp }) => lcp)),
    };
    // It takes long: somebody waits for it.
    process.stdout.write(`${screen}: ${Object.values(measured).join(' ')}${note ? ` (${note})` : ''}\n`);
    for (const [measure, value] of Object.entries(measured))
      this.figures.push({ measure, screen, locale, value, ...(note ? { note } : {}) });
  }

  /** Leaves what was seen in this folder. */
  write(folder: string): void {
    writeFileSync(join(folder, `${this.at.locale}.json`), JSON.stringify(this.figures));
  }
}

export function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { readonly port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
