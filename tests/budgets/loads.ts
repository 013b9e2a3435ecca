import type { Page, Request } from '@playwright/test';

/** What came over the line for one page, in bytes: bodies as they were packed, and all of it with its headers. */
export type Load = Readonly<Record<'javascript' | 'css' | 'html' | 'fonts' | 'whole', number>>;

const kinds: Readonly<Record<string, 'javascript' | 'css' | 'html' | 'fonts'>> = {
  document: 'html',
  script: 'javascript',
  stylesheet: 'css',
  font: 'fonts',
};

/** Opens the page, and waits until it asks for nothing more by itself. What the phone has already weighs nothing. */
export async function load(page: Page, address: string): Promise<Load> {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await page.goto(address, { timeout: 60_000 });
  await settle(page, requests);
  const sum = { javascript: 0, css: 0, html: 0, fonts: 0, whole: 0 };
  const come = new Set(requests.filter((request) => !request.failure()).map((request) => request.url()));
  for (const request of requests) {
    const failure = request.failure();
    // A worker that was ended, since another was faster, asked for what was here already.
    if (failure && come.has(request.url())) continue;
    if (failure) throw new Error(`expected ${request.url()} to come, found: ${failure.errorText}`);
    const { responseBodySize, responseHeadersSize } = await request.sizes();
    // Less than nothing: what the phone has comes without the headers that are taken off.
    if (responseBodySize <= 0) continue;
    const kind = kinds[request.resourceType()];
    if (kind) sum[kind] += responseBodySize;
    sum.whole += responseBodySize + responseHeadersSize;
  }
  return sum;
}

/** Scripts fetch others once they run: when everything has come and the page was idle twice since, nothing more will be. */
async function settle(page: Page, requests: readonly Request[]): Promise<void> {
  for (let calm = 0, come = 0; calm < 2; calm += 1) {
    for (; come < requests.length; come += 1) {
      calm = 0;
      await (await requests[come]?.response())?.finished();
    }
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => setTimeout(idle))));
    if (come < requests.length) calm = -1;
  }
}
