import { beforeAll, expect, test } from 'vitest';
import { shippedPolicies } from '#core/policy/policies.ts';
import { readPolicy } from '#core/policy/policy.ts';
import { type Findings, runLaboratory } from './laboratory.ts';
import { readOptions } from './options.ts';
import { pageOf } from './report-page.ts';
import { textOf } from './report-text.ts';
import { tablesOf } from './table.ts';

const policy = readPolicy({ ...shippedPolicies[0], name: '2031-07', oldestShare: 2500 });

function run(seed: string): Findings {
  const asked = readOptions(
    ['--people', '4000', '--days', '8', '--draws', '20', '--exact', '1', '--seed', seed],
    '/nowhere',
  );
  if ('wrong' in asked) throw new Error(asked.wrong);
  return runLaboratory({ ...asked, policy }, () => undefined);
}

let findings: Findings;
let page: string;

beforeAll(() => {
  findings = run('1');
  page = pageOf(findings);
});

test('the same seed gives the same findings, byte for byte; another one others', () => {
  expect(JSON.stringify(run('1'))).toBe(JSON.stringify(findings));
  expect(JSON.stringify(run('2').seasons)).not.toBe(JSON.stringify(findings.seasons));
});

test('page, text and JSON name the policy that was tried, and its share of the oldest', () => {
  expect(page).toContain('<title>Puente’s laboratory, policy 2031-07</title>');
  expect(textOf(findings)).toContain('Policy 2031-07');
  expect(textOf(findings)).toContain('25 % to the oldest');
  expect(findings.policy).toMatchObject({ name: '2031-07', oldestShare: 2500 });
});

test('the page is one file that asks for nothing', () => {
  expect(page).not.toMatch(/<(script|link|img|iframe|object|embed)\b|\bsrc=|url\(|@import|https?:/);
  expect(page).toContain('<html lang="en">');
});

test('each chart says its values in words, and has a table beneath', () => {
  const sections = page.split('<section ').slice(1);
  const drawn = sections.filter((section) => section.includes('<svg'));
  expect(drawn.length).toBeGreaterThan(6);
  for (const section of drawn) {
    expect(section.lastIndexOf('<table>')).toBeGreaterThan(section.lastIndexOf('</svg>'));
    for (const [svg] of section.matchAll(/<svg [^>]*>/g)) expect(svg).toMatch(/role="img" aria-label="[^"]*: [^"]+"/);
  }
});

test('every table has as many cells in each row as columns', () => {
  const tables = tablesOf(findings);
  expect(tables.map(({ title }) => title)).toContain('The linkage attack');
  for (const { columns, rows, title } of tables)
    for (const row of rows) expect(row.length, `${title}: ${row.join()}`).toBe(columns.length);
});

test('a day that the whole protocol draws otherwise is shown as such', () => {
  const broken = { ...findings, exact: findings.exact.map((day) => ({ ...day, differs: 'ab cd -: laredo oldest' })) };
  expect(textOf(findings)).toContain('the same');
  expect(textOf(broken)).toContain('ab cd -: laredo oldest');
});
