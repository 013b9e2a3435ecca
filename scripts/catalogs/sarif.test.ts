import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Finding } from './finding.ts';
import { sarifReport } from './sarif.ts';

// The part of the standard's schema that the report uses: required properties, closed lists, and nothing it doesn't know.
const text = z.strictObject({ text: z.string().min(1) });
const location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({ uri: z.string().regex(/^[\w.\-~%/]+$/) }),
    region: z.strictObject({ startLine: z.int().min(1) }),
  }),
  logicalLocations: z.array(z.strictObject({ fullyQualifiedName: z.string(), kind: z.string() })).optional(),
});
const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(-1),
  level: z.enum(['none', 'note', 'warning', 'error']),
  message: text,
  locations: z.array(location).length(1),
  partialFingerprints: z.record(z.string(), z.string()),
});
const driver = z.strictObject({
  name: z.string().min(1),
  rules: z.array(z.strictObject({ id: z.string(), shortDescription: text })),
});
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({ driver }),
        columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
        results: z.array(result),
      }),
    )
    .length(1),
});

const rules = ['missing', 'undefined'].map((name) => ({ name, why: `Why ${name}.`, look: () => [] }));
const finding: Finding = {
  rule: 'undefined',
  severity: 'error',
  file: 'app/[locale]/page.tsx',
  line: 12,
  key: 'start.titel',
  message: 'The key is not there.',
  expected: 'a key of the source',
  found: 'start.titel',
  fix: 'Correct it.',
};

test('the report is SARIF 2.1.0, each result beside its rule and its place', () => {
  const [run] = sarif.parse(
    JSON.parse(sarifReport([finding, { ...finding, key: '', severity: 'warning' }], rules)),
  ).runs;
  expect(run?.results[0]).toMatchObject({
    ruleId: 'undefined',
    ruleIndex: 1,
    level: 'error',
    message: {
      text: 'start.titel: The key is not there.\nExpected: a key of the source\nFound: start.titel\nFix: Correct it.',
    },
    locations: [
      { physicalLocation: { artifactLocation: { uri: 'app/%5Blocale%5D/page.tsx' }, region: { startLine: 12 } } },
    ],
  });
  expect(run?.results[1]).toMatchObject({ level: 'warning' });
  expect(run?.results[1]?.locations[0]?.logicalLocations).toBeUndefined();
});

test('nothing found is a report, too', () => {
  expect(sarif.parse(JSON.parse(sarifReport([], rules))).runs[0]?.results).toEqual([]);
});
