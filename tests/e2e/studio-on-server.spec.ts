import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { type Browser, expect, type Page } from '@playwright/test';
import { writeExchangeTree } from '../../scripts/catalogs/testing/exchange-tree.ts';
import { cookieName, makeEntrance } from '../../scripts/studio/on-server/entrance.ts';
import { peopleIn } from '../../scripts/studio/on-server/people.ts';
import { studioOnServer } from '../../scripts/studio/on-server/server.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { test } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { fitsTheScreen } from '../support/layout.ts';
import { openStudioOnServer, type Studio } from '../support/open-studio.ts';

const text = 'problem.busy.what';

async function look(page: Page, screen: string): Promise<void> {
  expect(await findingsOfAxe(page), screen).toEqual([]);
  await fitsTheScreen(page, screen);
}

/** A browser of her own, at the text that she was sent to. */
async function comeAs(browser: Browser, studio: Studio, email: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${studio.address}/studio/en/ru/text/${text}`);
  await expect(page.getByText('Sandbox: there is no real sign-in here.')).toBeVisible();
  await look(page, 'sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Sandbox: there is no real sign-in here.')).toBeVisible();
  await look(page, 'made-up people');
  await page.getByRole('button', { name: `Go on as ${email}` }).click();
  return page;
}

test('one translator writes, another reviews, and an officer is not let in', async ({ browser }) => {
  const studio = await openStudioOnServer(writeExchangeTree());
  const catalog = () => readFileSync(join(studio.root, 'locales/ru/problem.json'), 'utf8');
  const states = () => readFileSync(join(studio.root, 'locales/ru/status.json'), 'utf8');

  const first = await comeAs(browser, studio, 'translator@puente.example');
  await expect(first.getByRole('heading', { level: 1 })).toHaveText(text);
  await expect(first.getByText('Signed in: translator')).toBeVisible();
  await expect(first.getByLabel('Your name')).toHaveCount(0);
  await look(first, 'text');
  await first.getByLabel('Your text').fill('Сейчас здесь очень много людей.');
  await first.getByLabel(/^translated:/).check();
  await first.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(first.getByText('Saved:')).toBeVisible();
  expect(catalog()).toContain('Сейчас здесь очень много людей.');
  await first.getByLabel(/^reviewed:/).check();
  await first.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(first.getByText('Somebody else than the translator has to review this text.')).toBeVisible();

  const second = await comeAs(browser, studio, 'reviewer@puente.example');
  await expect(second.getByLabel('Your text')).toHaveValue('Сейчас здесь очень много людей.');
  await second.getByLabel(/^reviewed:/).check();
  await second.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(second.getByText('Saved:')).toBeVisible();
  expect(states()).toMatch(/"problem\.busy\.what": "\S+ reviewed translator \S+ reviewer \S+"/);

  const officer = await comeAs(browser, studio, 'officer@puente.example');
  await expect(officer.getByRole('heading', { level: 1 })).toHaveText('You may not come in');
  await look(officer, 'refused');
  await officer.goto(`${studio.address}/studio/en/`);
  await expect(officer.getByRole('heading', { level: 1 })).toHaveText('Sign in to the studio');

  await first.getByRole('button', { name: 'Sign out' }).click();
  await expect(first.getByText('You are signed out.')).toBeVisible();
  await first.goto(`${studio.address}/studio/en/patch`);
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('Sign in to the studio');

  await studio.close();
});

test('who rather doesn’t sign in is told so, in her language, and can try again', async ({ page }) => {
  const studio = await openStudioOnServer(writeExchangeTree());
  await page.goto(studio.address);
  await page.getByRole('link', { name: 'Kreyòl ayisyen' }).click();
  await page.getByRole('button', { name: 'Konekte' }).click();
  await page.getByRole('button', { name: 'Anile' }).click();
  await expect(page.getByRole('alert')).toHaveText('Ou kanpe anvan ou fini. Ou pa konekte.');
  await look(page, 'cancelled');
  await page.getByRole('button', { name: 'Konekte' }).click();
  await page.getByRole('button', { name: 'reviewer@puente.example' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nan ki lang ou ekri?');
  await studio.close();
});

/** The studio with a list of translators, and a browser in which one of them is signed in: the sandbox has no list. */
async function openWithList(page: Page, list: string) {
  const root = writeExchangeTree();
  const path = join(root, 'translators.json');
  writeFileSync(path, list);
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  const nobody = async () => Promise.reject(new Error('expected nobody to sign in'));
  const signIn = { isSandbox: false, origin: 'https://idp.example', begin: nobody, complete: nobody };
  const people = peopleIn(path, () => undefined);
  const entrance = makeEntrance({ publicUrl, signIn, sandbox: null, people, now: Date.now });
  const failed = (error: unknown) => {
    throw error;
  };
  const { fetch } = studioOnServer({ root, rules: [], today: () => '2027-02-01', entrance, failed });
  const server = serve({ fetch, hostname: 'localhost', port });
  await once(server, 'listening');
  const value = entrance.sessions.put({ email: 'ana@a.example' });
  await page.context().addCookies([{ name: cookieName('session', entrance), value, url: publicUrl }]);
  const close = () => {
    server.close();
    rmSync(root, { recursive: true });
  };
  return { address: publicUrl, path, close };
}

test('while the list can’t be read, nobody loses what she wrote, nor her session', async ({ page }) => {
  const list = '[{ "email": "ana@a.example", "name": "ana" }]';
  const studio = await openWithList(page, list);
  await page.goto(`${studio.address}/studio/ht/ru/text/${text}`);
  const box = page.getByLabel('Tèks ou');
  const save = page.getByRole('button', { name: 'Anrejistre', exact: true });
  const heading = page.getByRole('heading', { level: 1 });

  writeFileSync(studio.path, '[');
  await box.fill('Сейчас здесь очень много людей.');
  await save.click();
  await expect(heading).toHaveText('Poko anrejistre');
  await expect(page.locator('p.source')).toHaveText('Сейчас здесь очень много людей.');
  await look(page, 'list unreadable');

  // Too long to come back, so the page says that the browser has it.
  await page.goBack();
  const long = 'Много людей. '.repeat(4000);
  await box.fill(long);
  await save.click();
  await expect(page.getByRole('alert')).toContainText('Petèt navigatè ou a toujou genyen l.');
  await expect(page.locator('p.source')).toHaveCount(0);
  await look(page, 'too long');
  await page.goBack();
  await expect(box).toHaveValue(long);

  writeFileSync(studio.path, list);
  await box.fill('Сейчас здесь очень много людей.');
  await save.click();
  await expect(page.getByText('Anrejistre:')).toBeVisible();
  studio.close();
});

test('a wrong or missing variable is called by its name, in one sentence', () => {
  const started = (environment: Readonly<Record<string, string>>) => {
    const { status, stdout, stderr } = spawnSync('node', ['scripts/studio.ts', '--server'], {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    });
    return { status, stdout, stderr };
  };
  expect(started({ PUENTE_MODE: 'production' })).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'The environment variable PUBLIC_URL is wrong: expected an address without a path, such as https://studio.example.\n',
  });
  const provider = { OIDC_ISSUER: 'https://idp.example', OIDC_CLIENT_ID: 'studio', OIDC_KEY_FILE: 'nowhere.json' };
  const { status, stderr } = started({ ...provider, STUDIO_TRANSLATORS: 'nowhere.json' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^The environment variable STUDIO_TRANSLATORS is wrong: expected the path of a list as JSON/);
});
