import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishedLocales } from '#core/language/published.ts';
import { everyQuestion, shippedPolicies } from '#core/policy/policies.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { policiesUntil } from '#tests/support/policies.ts';
import { makeTown } from '#tests/support/town.ts';
import { type Env, readEnv } from './env.ts';
import { keepPoliciesOfPools, wirePolicies } from './wiring-policies.ts';

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'puente-policies-'));
  file = join(folder, 'policies.json');
});
afterAll(() => rmSync(folder, { recursive: true }));

function envOf(variables: Readonly<Record<string, string>>): Env {
  const read = readEnv(variables);
  if (!read.ok) throw new Error(`expected an environment, found ${read.error.variable} wrong`);
  return read.value;
}
const wired = (variables: Readonly<Record<string, string>>) => wirePolicies(envOf(variables));
const withFile = (content: unknown) => {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return wired({ POLICY_FILE: file });
};

describe('the policies of a server', () => {
  test('are those that ship, or those of the file, and with everything asked of them all', async () => {
    expect((await wired({ DRAW_RELEASES: 'policy' })).policies).toEqual(shippedPolicies);
    const own = policiesUntil('2027-06-01T00:00:00Z', { deviceLimit: 7 });
    expect((await withFile(own)).policies).toEqual(own);
    const all = (await wired({ POLICY_FILE: file, PUENTE_QUESTIONS: 'all' })).policies;
    expect(all.map(({ questions, whoConfirms }) => [questions, whoConfirms])).toEqual([
      [everyQuestion, 'head'],
      [everyQuestion, 'head'],
    ]);
  });

  test('ask a demonstration for no supervisors unless it is told so, and production always', async () => {
    const releases = async (variables: Readonly<Record<string, string>>) =>
      (await wired(variables)).policies.map(({ drawReleases }) => drawReleases);
    expect(await releases({})).toEqual([0]);
    const real = { PUENTE_MODE: 'production', PUBLIC_URL: 'https://puente.example', PUENTE_KEYS: '{}' };
    expect(await releases(real)).toEqual([2]);
    expect(readEnv({ ...real, DRAW_RELEASES: 'none' })).toMatchObject({ error: { variable: 'DRAW_RELEASES' } });
  });

  test.each<readonly [string, unknown, string]>([
    ['no JSON', '{', 'are wrong ('],
    ['a wrong question', [{ ...shippedPolicies[0], questions: { sex: 'maybe' } }], 'are wrong at [0].questions.'],
  ])('in a file with %s are refused with file and key, in one line', async (_title, content, said) => {
    const refusal = withFile(content);
    await expect(refusal).rejects.toThrow(`The policies of ${file} ${said}`);
    await expect(refusal).rejects.toThrow(/^[^\n]+: mend the file that POLICY_FILE names\.$/);
  });

  test('in a file that is not there are refused', async () => {
    await expect(wired({ POLICY_FILE: join(folder, 'none.json') })).rejects.toThrow(/ENOENT/);
  });

  test('name terms that are there in every language, in the project or in the operator’s folder', async () => {
    const own = policiesUntil('2027-06-01T00:00:00Z', { termsVersion: '2027-06' });
    await expect(withFile(own)).rejects.toThrow(
      /^The terms 2027-06, .+ en .+ put en\/terms-2027-06\.md into TERMS_FOLDER/,
    );
    for (const locale of publishedLocales) {
      mkdirSync(join(folder, locale));
      const text = readFileSync(`content/${locale}/terms-2027-01.md`, 'utf8').replace(
        'version: "2027-01"',
        'version: "2027-06"',
      );
      writeFileSync(join(folder, locale, 'terms-2027-06.md'), `${text}\n\nOwn.\n`);
    }
    const { readTerms } = await wired({ POLICY_FILE: file, TERMS_FOLDER: folder });
    expect(await readTerms('ht', '2027-06')).toMatchObject({ version: '2027-06', slug: 'terms' });
    expect((await readTerms('ar-XB', '2027-06')).markdown).toMatch(/Own\.$/);
    expect((await readTerms('ht', '2027-01')).markdown).not.toMatch(/Own\.$/);
    cpSync(join(folder, 'en/terms-2027-06.md'), join(folder, 'en/terms-2027-07.md'));
    await expect(readTerms('en', '2027-07')).rejects.toThrow('expected terms 2027-07 in en, found 2027-06');
  });
});

eachDatabase((_name, open) => {
  test('are refused without the one that a pool was opened with', async () => {
    const { tools } = await makeTown(await open(), '2027-03-10T15:00:00-05:00');
    await keepPoliciesOfPools(tools.db, shippedPolicies);
    const [first] = shippedPolicies;
    const others = first ? [{ ...first, name: '2027-02' }] : [];
    await expect(keepPoliciesOfPools(tools.db, others)).rejects.toThrow(/^The policy 2027-01, .+ is gone/);
  });
});
