import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from './finding.ts';

/** Applies what findings bring along, and gives the files that changed. A line that is not as the finding saw it stays. */
export function applyRepairs(root: string, findings: readonly Finding[]): readonly string[] {
  const texts = new Map<string, string>();
  for (const { repair } of findings) {
    if (!repair) continue;
    const { file } = repair;
    const before = texts.get(file) ?? read(root, file);
    texts.set(file, 'whole' in repair ? repair.whole : onLine(before, repair));
  }
  const changed = [...texts].filter(([file, text]) => text !== read(root, file));
  for (const [file, text] of changed) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return changed.map(([file]) => file);
}

function onLine(
  text: string,
  { line, from, to }: { readonly line: number; readonly from: string; readonly to: string },
): string {
  const lines = text.split('\n');
  const parts = lines[line - 1]?.split(from) ?? [];
  if (parts.length !== 2) return text;
  lines[line - 1] = parts.join(to);
  return lines.join('\n');
}

function read(root: string, file: string): string {
  return existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
}
