import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The variables that the schema reads, out of its source: the schema itself is nobody else's. */
function variablesOfSchema(): readonly string[] {
  const source = readFileSync('server/env.ts', 'utf8');
  const schema = source.slice(source.indexOf('const variables = z.object({'), source.indexOf('type Variable'));
  return [...schema.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1] ?? '');
}

test('docs/operations.md lists the variables that the server reads, and no others', () => {
  const documented = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(
    (match) => match[1],
  );
  expect(variablesOfSchema().length).toBeGreaterThan(10);
  expect(documented).toEqual(variablesOfSchema());
});
