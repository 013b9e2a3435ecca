/**
 * `npm run screens`: pictures of every screen and state, as a phone of 320 px shows them, into `docs/screens/`. Walks the
 * browser tests, whose each look at a screen makes a picture; `-- --from FOLDER` takes those that such a run left, and
 * `-- --locales es,fr` makes those of other languages, which stay on this machine. Beside each lies which texts of the
 * catalogs it shows, and where: the translators' studio outlines them. A few go to `public/screens/` as well, for the
 * dialogue that installs Puente.
 */
import { existsSync, globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { builtLocales } from '#core/language/published.ts';
import { runStep } from './run/steps.ts';
import { walkProjects, walks } from './run/walks.ts';
import { makeAppPictures } from './screens/app-pictures.ts';
import { type KeyFinder, keyFinder } from './screens/keys-of-texts.ts';
import { marksOf, seenShape } from './screens/marks.ts';

/** The three that show what can go wrong: accents, long words in another script, and a mirrored page. */
const shown = ['ht', 'ru', 'ar-XB'] as const;
/** Pixels: three screens of a phone. */
const tallest = 2000;
const project = join(import.meta.dirname, '..');
const target = join(project, 'docs/screens');

const { values } = parseArgs({
  options: { from: { type: 'string' }, locales: { type: 'string', default: shown.join(',') } },
});
const locales = values.locales.split(',');
const unknown = locales.filter((locale) => !(builtLocales as readonly string[]).includes(locale));
if (unknown.length > 0)
  throw new Error(`expected languages of ${builtLocales.join(', ')}, found ${unknown.join(', ')}`);
const source = values.from ?? 'test-results/screens';
if (!values.from) {
  const walk = await runStep(
    {
      name: 'browser tests, with a picture of each screen',
      command: ['playwright', 'test', ...walks, ...walkProjects],
      environment: { PUENTE_SCREENS: source, PUENTE_LOCALES: values.locales },
    },
    true,
  );
  if (!walk.passed) process.exitCode = 1;
}

for (const locale of locales) {
  await rm(join(target, locale), { recursive: true, force: true });
  const keysOf = keyFinder(project, locale);
  for (const file of globSync('*.png', { cwd: join(source, locale) })) {
    const screen = nameOf(file);
    const picture = pictureOf(locale, screen);
    await mkdir(dirname(join(target, picture)), { recursive: true });
    await writeFile(join(target, picture), await small(join(source, locale, file)));
    await writeMarks({ locale, screen, keysOf });
  }
  await makeAppPictures(project, locale, join(target, locale));
}
const screens = shown.flatMap((locale) => globSync('*.webp', { cwd: join(target, locale) }));
await writeFile(join(target, 'README.md'), gallery([...new Set(screens)].map(nameOf).sort()));
await runStep({ name: 'lay out the gallery', command: ['biome', 'format', '--write', target] }, true);

/** A third of a lossy picture's size, and letters stay sharp: screens have few colours. Long texts are cut. */
async function small(file: string): Promise<Buffer> {
  const { width, height } = await sharp(file).metadata();
  const cut = sharp(file).extract({ left: 0, top: 0, width, height: Math.min(height, tallest) });
  const fewColours = await cut.png({ palette: true, colours: 16 }).toBuffer();
  return sharp(fewColours).webp({ lossless: true, effort: 6 }).toBuffer();
}

type Looked = { readonly locale: string; readonly screen: string; readonly keysOf: KeyFinder };

async function writeMarks({ locale, screen, keysOf }: Looked): Promise<void> {
  const beside = join(source, locale, `${screen}.json`);
  if (!existsSync(beside)) return;
  const seen = seenShape.parse(JSON.parse(await readFile(beside, 'utf8')));
  const { width, height } = await sharp(join(target, pictureOf(locale, screen))).metadata();
  const marks = marksOf({ screen, seen, width, height, keysOf });
  await writeFile(join(target, locale, `${screen}.json`), JSON.stringify(marks));
}

function nameOf(picture: string): string {
  return picture.replace(/\.[^.]+$/, '');
}

function pictureOf(locale: string, screen: string): string {
  return `${locale}/${screen}.webp`;
}

/** A table with a row a screen; a language in which a state was not walked has an empty place. */
function gallery(names: readonly string[]): string {
  const head = `# Every screen and state, 320 pixels wide\n\nMade by \`npm run screens\`. \`ar-XB\` is a language for tests: mirrored, and spoken by nobody.\n`;
  const rows = names.map((name) => {
    const cells = shown.map((locale) => {
      const [file] = globSync(pictureOf(locale, name), { cwd: target });
      return file ? `<img src="${file}" width="240" alt="${name} in ${locale}">` : '';
    });
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  return `${head}\n| screen | ${shown.join(' | ')} |\n| --- | ${shown.map(() => '---').join(' | ')} |\n${rows.join('\n')}\n`;
}
