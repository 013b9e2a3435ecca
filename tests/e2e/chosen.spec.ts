import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { expect, test } from '../support/browser.ts';
import { Operator } from '../support/operator.ts';
import { foldSpace, readPdf } from '../support/pdf-text.ts';
import { launchLocales, personOf as madeUp } from '../support/people.ts';
import { readQr } from '../support/read-qr.ts';

for (const locale of launchLocales) {
  const tags = locale === 'ht' ? ['@postgresql'] : [];

  test(`a person goes from her language to her proof (${locale})`, { tag: tags }, async ({
    browser,
    server,
    photo,
    personOf,
    page,
  }) => {
    const person = personOf(locale);
    const self = madeUp(locale);

    await page.goto(server.address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.locator(`main a[hreflang="${locale}"]`).click();
    await person.seeHeading('start.title', 'start');

    await person.register(self, photo);
    await person.choosePorts('nogales', 'el-paso');
    await person.ask();

    const operator = await Operator.signedIn(browser, { locale: 'en', address: server.address });
    await operator.closeAndDraw();

    // The rest of the way without the framework's run-time, too.
    const savesData = locale === 'es';
    if (savesData) await page.setExtraHTTPHeaders({ 'Save-Data': 'on' });
    await person.open('status');
    await person.seeState('standing.offered.title', 'status-offered');
    await person.follow('standing.offered.button');
    await person.seeHeading('offer.title', 'offer');
    if (savesData) expect(await page.locator('script').count()).toBe(1);
    await person.press('offer.extend.button');
    await person.seeHeading('offer.title', 'offer-extended');
    await expect(page.getByText(person.say('offer.extend.done'))).toBeVisible();
    await person.follow('offer.confirmLink');

    await person.seeHeading('offer.confirm.title', 'offer-confirm');
    await person.press('ask.send.where.button');
    await expect(page.getByText(person.say('ask.send.where.inside'))).toBeVisible();
    await page.locator('input[type=file]').setInputFiles(photo);
    await person.press('offer.confirm.button');

    await person.seeHeading('confirmation.title', 'confirmation');
    const code = await page
      .getByText(/^\d{3}\s\d{3}\s\d{3}$/)
      .first()
      .textContent();
    await test.step('which a scanner reads off her screen, and any officer can check', async () => {
      const picture = page.getByRole('img', { name: person.say('confirmation.qr', { code: code ?? '' }) });
      const proof = await readQr(await picture.screenshot());
      const keys = (await (
        await page.request.get(new URL('/.well-known/jwks.json', server.address).href)
      ).json()) as JSONWebKeySet;
      const { payload } = await compactVerify(proof ?? '', createLocalJWKSet(keys));
      expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
        c: (code ?? '').replaceAll(/\s/g, ''),
        p: 'nogales',
        n: 1,
      });
    });
    await test.step('and has the same on paper', async () => {
      const link = page.getByRole('link', { name: person.say('confirmation.download'), exact: true });
      const address = new URL((await link.getAttribute('href')) ?? '', server.address);
      const file = await page.request.get(address.href);
      expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
      const paper = await readPdf(new Uint8Array(await file.body()));
      expect(paper).toMatchObject({ language: locale, pages: 1 });
      const shown = await page.getByRole('main').locator('h1, h2, dt, dd, ol li, ul li').allTextContents();
      expect(shown.length).toBeGreaterThan(20);
      for (const words of shown) expect(paper.text).toContain(foldSpace(words));
      expect(shown.some((words) => words.startsWith(`${self.givenNames} ${self.familyNames}`))).toBe(true);
      expect(paper.text).toContain(foldSpace(code ?? 'no code'));
      for (const format of ['Letter', 'A4']) {
        const printed = await readPdf(new Uint8Array(await page.pdf({ format })));
        expect([format, printed.pages]).toEqual([format, 1]);
      }
    });

    await operator.open('staff/day');
    await operator.seeHeading('staff.day.title', 'staff-day');
    await operator.open('staff/day?port=nogales&day=2027-03-21');
    await expect(operator.page.getByText(`${self.givenNames} ${self.familyNames}`)).toBeVisible();
    await expect(operator.page.getByText(code ?? 'no code')).toBeVisible();
  });
}
