import type { Finding } from './finding.ts';
import { sentence } from './report.ts';
import type { Rule } from './rule.ts';

/** SARIF 2.1.0, for code scanning (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). */
export function sarifReport(findings: readonly Finding[], rules: readonly Rule[]): string {
  const index = new Map(rules.map(({ name }, position) => [name, position]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'puente-catalogs',
            rules: rules.map(({ name, why }) => ({ id: name, shortDescription: { text: why } })),
          },
        },
        columnKind: 'unicodeCodePoints',
        results: findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: index.get(finding.rule) ?? -1,
          level: finding.severity,
          message: { text: sentence(finding) },
          locations: [
            {
              physicalLocation: {
                // A path with brackets, such as app/[locale]/page.tsx, is no URI as it stands.
                artifactLocation: { uri: finding.file.split('/').map(encodeURIComponent).join('/') },
                region: { startLine: finding.line },
              },
              ...(finding.key === ''
                ? {}
                : { logicalLocations: [{ fullyQualifiedName: finding.key, kind: 'member' }] }),
            },
          ],
          // Lines move with each new text; a finding stays the same as long as it is about the same key.
          partialFingerprints: { 'ruleFileKey/v1': `${finding.rule}:${finding.file}:${finding.key}` },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
