import { expect, type Page } from '@playwright/test';
import { readPdf } from '../support/pdf-text.ts';
import { personOf as madeUp } from '../support/people.ts';
import { newEmail, test } from '../support/shared-server.ts';
import { Visitor } from '../support/visitor.ts';

/** What stands on the paper, without white space: signs that stand apart are taken for words. */
async function printed(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  const { text } = await readPdf(new Uint8Array(await page.pdf({ format: 'Letter' })));
  await page.emulateMedia({ media: 'screen' });
  return packed(text);
}

function packed(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

test('where she stands is on the paper, and nothing to press (es)', async ({ page, server, personOf }) => {
  const self = { ...madeUp('es'), email: newEmail() };
  const visitor = await Visitor.at(server.address, 'es');
  await visitor.register(self, 'laredo');
  await visitor.askForAPlace();
  await visitor.leave();
  const person = personOf('es');
  await person.comeIn(self.email);
  await person.open('status');
  await person.seeState('standing.waiting.title', 'status-waiting');
  const paper = await printed(page);
  for (const key of ['standing.title', 'standing.waiting.title', 'port.laredo.name'])
    expect(paper).toContain(packed(person.say(key)));
  for (const button of await page.getByRole('main').getByRole('button').allTextContents())
    expect(paper).not.toContain(packed(button));
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with a script' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('the code of an account is on the paper, and nothing to press (ht)', async ({ page, personOf }) => {
      const person = personOf('ht');
      await person.open('account/new');
      await person.press('account.new.button');
      await person.seeHeading('account.code.title', 'account-code');
      const code = (await page.getByText(/^(\d{4}\s){4}\d{4}$/).textContent()) ?? '';
      const button = page.getByRole('button', { name: person.say('account.code.printButton'), exact: true });
      await expect(button).toHaveCount(scripts ? 1 : 0);
      // With a script the browser takes what stands there for mere text.
      const hint = page.locator('main noscript p');
      await (scripts ? expect(hint).toHaveCount(0) : expect(hint).toHaveText(person.say('common.needsScript.print')));
      const paper = await printed(page);
      expect(paper).toContain(packed(code));
      expect(paper).toContain(packed(person.say('account.code.secret')));
      for (const key of ['account.code.printButton', 'account.code.button', 'common.needsScript.print'])
        expect(paper).not.toContain(packed(person.say(key)));
    });
  });
}
