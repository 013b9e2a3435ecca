import type { BrowserContext, LaunchOptions, Page, PlaywrightWorkerArgs } from '@playwright/test';

type Opened = { readonly context: BrowserContext; readonly page: Page };
type Profile = { readonly folder: string; readonly launchOptions: LaunchOptions };

/** A browser that keeps what it has in that folder, as a phone does; all others of tests are private windows. */
export function newProfile(playwright: PlaywrightWorkerArgs['playwright'], { folder, launchOptions }: Profile) {
  return {
    /** `offline`: before anything of it runs, such as what the browser means to send by itself. */
    async open(options: { readonly offline?: boolean } = {}): Promise<Opened> {
      const context = await playwright.chromium.launchPersistentContext(folder, { ...launchOptions, ...options });
      return { context, page: await context.newPage() };
    },
    /** As a phone does that needs the memory, or whose battery is empty: nobody is asked. */
    async goOut({ context }: Opened): Promise<void> {
      const gone = context.waitForEvent('close');
      const devTools = await context.browser()?.newBrowserCDPSession();
      // The answer never comes.
      devTools?.send('Browser.crash').catch(() => undefined);
      await gone;
    },
  };
}
