import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

const suiteSchema = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      ok: z.boolean(),
      tests: z.array(
        z.object({ results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })) }),
      ),
    }),
  ),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});
const playwrightSchema = z.object({ suites: z.array(suiteSchema) });

/** A line for each test that failed, with the beginning of its first error: to be read where only a log's end is kept. */
export function readFailures(vitestReport: string, browserReport: string): readonly string[] {
  const unit = read(vitestReport, vitestSchema)?.testResults ?? [];
  const browser = read(browserReport, playwrightSchema)?.suites ?? [];
  return [...unit.flatMap(ofFile), ...browser.flatMap(ofSuite)];
}

function read<T>(path: string, schema: z.ZodType<T>): T | undefined {
  return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
}

function ofFile({ name, message, assertionResults }: z.infer<typeof vitestSchema>['testResults'][number]) {
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  const file = relative(process.cwd(), name);
  // One that could not be loaded has no tests.
  if (failed.length === 0 && message !== '') return [line(file, '', message)];
  return failed.map((test) => line(file, test.fullName, test.failureMessages?.[0]));
}

function ofSuite({ specs, suites }: z.infer<typeof suiteSchema>): string[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
      return line(file, title, errors[0]?.message);
    });
  return [...own, ...(suites ?? []).flatMap(ofSuite)];
}

function line(file: string, title: string, error = ''): string {
  const said = stripVTControlCharacters(error).replaceAll(/\s+/g, ' ').trim();
  return [file, title, said.slice(0, 400)].filter(Boolean).join(' › ');
}
