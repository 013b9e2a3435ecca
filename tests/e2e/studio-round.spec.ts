import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { sourceHash } from '../../scripts/catalogs/source-hash.ts';
import { editAlone, writeCleanTree } from '../../scripts/catalogs/testing/clean-tree.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { fitsTheScreen } from '../support/layout.ts';
import { openStudio } from '../support/open-studio.ts';

const english = 'Bring your phone';
const texts = {
  es: 'Traiga su teléfono',
  ht: 'Pote telefòn ou',
  ru: 'Возьмите телефон',
  'pt-BR': 'Traga seu telefone',
} as const;

function run(script: string, root: string, ...options: readonly string[]) {
  const ran = spawnSync('node', [`scripts/${script}.ts`, '--root', root, ...options], { encoding: 'utf8' });
  return { code: ran.status, out: `${ran.stdout}${ran.stderr}` };
}

async function look(page: Page, screen: string): Promise<void> {
  expect(await findingsOfAxe(page), screen).toEqual([]);
  await fitsTheScreen(page, screen);
}

test('a new text goes the whole round: extracted, exported, translated, imported, reviewed, published', async ({
  page,
}, info) => {
  const root = writeCleanTree();
  mkdirSync(join(root, 'core/language'), { recursive: true });
  mkdirSync(join(root, 'app/_i18n'), { recursive: true });
  const studio = await openStudio(root);

  await test.step('somebody who programs uses a new text', () => {
    editAlone(root, 'app/page.tsx', ["{t('letter')}", "{t('letter')}{t('added')}"]);
    expect(run('catalogs-extract', root, '--add')).toMatchObject({ code: 0 });
    editAlone(root, 'locales/en/sample.json', ['"added": ""', `"added": "${english}"`]);
    editAlone(root, 'locales/en/about/sample.jsonc', ['"added": ""', '"added": "A reminder."']);
    const { code, out } = run('catalogs-check', root, '--publish');
    expect(code, out).toBe(1);
    expect(out).toContain('locales/ht/sample.json:1  sample.added  No text in ht.');
  });

  for (const [locale, text] of Object.entries(texts)) {
    await test.step(`it goes out as a file, and comes back in ${locale}`, async () => {
      await page.goto(`${studio.address}/en/${locale}/files`);
      await look(page, 'files');
      await page.getByLabel('State').selectOption('missing');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Get the file' }).click(),
      ]);
      const file = info.outputPath(download.suggestedFilename());
      await download.saveAs(file);
      const sent = readFileSync(file, 'utf8');
      expect(sent.match(/<trans-unit /g)).toHaveLength(1);
      const source = `<source>${english}</source>`;
      expect(sent).toContain(source);
      writeFileSync(file, sent.replace(source, `${source}<target state="translated">${text}</target>`));

      await page.getByLabel('File', { exact: true }).setInputFiles(file);
      await page.getByLabel('Your name').fill('ana');
      await page.getByRole('button', { name: 'See what would change' }).click();
      await expect(page.getByText('Changed: 1')).toBeVisible();
      await look(page, 'what would change');
      expect(readFileSync(join(root, `locales/${locale}/sample.json`), 'utf8')).not.toContain(text);
      await page.getByRole('button', { name: 'Write it into the files' }).click();
      await expect(page.getByText('Written.')).toBeVisible();
      expect(readFileSync(join(root, `locales/${locale}/sample.json`), 'utf8')).toContain(`"added": "${text}"`);
    });
  }

  await test.step('somebody else reviews it', async () => {
    await page.goto(`${studio.address}/en/ht?state=translated`);
    await page.getByRole('link', { name: /sample\.added/ }).click();
    await page.getByLabel(/^reviewed/).check();
    await page.getByLabel('Your name').fill('ben');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved:')).toBeVisible();
    const states = readFileSync(join(root, 'locales/ht/status.json'), 'utf8');
    expect(states).toMatch(new RegExp(`"sample\\.added": "${sourceHash(english)} reviewed ana \\S+ ben \\S+"`));
  });

  await test.step('it is published', () => {
    const { code, out } = run('catalogs-check', root, '--publish');
    expect(code, out).toBe(0);
    expect(JSON.parse(readFileSync(join(root, 'core/language/published.json'), 'utf8'))).toContain('ht');
  });
  await studio.close();
});
