import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { appendFreed, type FreedReason, reasonsOf, writeFreed } from '#core/draw/freed-log.ts';
import { drawVectorFolder, drawVectorNames, readDrawVector } from '#tests/support/draw-vectors.ts';
import { type Report, reportOf } from './verify-draw/report.ts';
import { verifyFolder } from './verify-draw/verify-folder.ts';

const script = new URL('./verify-draw.ts', import.meta.url).pathname;
const scratch: string[] = [];

type Run = { readonly code: number; readonly out: string; readonly err: string };

function runScript(...folders: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...folders], (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });
}

function verify(folder: string): Report {
  return reportOf(verifyFolder(folder));
}

const folderOf = (name: string): string => join(drawVectorFolder, name);

/** A copy of a vector in which one file, such as `one/pool.tsv`, is changed or taken away. */
function tampered(path: string, change: (bytes: Buffer) => Buffer | string | null): string {
  const [name = '', file = ''] = path.split('/');
  const folder = mkdtempSync(join(tmpdir(), 'verify-draw-'));
  scratch.push(folder);
  cpSync(folderOf(name), folder, { recursive: true });
  const changed = change(readFileSync(join(folder, file)));
  if (changed === null) rmSync(join(folder, file));
  else writeFileSync(join(folder, file), changed);
  return folder;
}

/** A copy of a vector in which a folder has a file's name. */
function withFolder(path: string): string {
  const [name = '', file = ''] = path.split('/');
  const folder = tampered(`${name}/pool.tsv`, (bytes) => bytes);
  mkdirSync(join(folder, file));
  return folder;
}

function replaced(path: string, from: string | RegExp, to: string): string {
  return tampered(path, (bytes) => {
    const text = bytes.toString('utf8').replace(from, to);
    if (text === bytes.toString('utf8')) throw new Error(`expected ${from} in ${path}`);
    return text;
  });
}

afterEach(() => {
  for (const folder of scratch.splice(0)) rmSync(folder, { recursive: true });
});

/** A copy of a vector with the log of places that came back: who was drawn first gives hers back, the next gets it. */
function withFreed(change: (text: string) => string = (text) => text, why: FreedReason = 'declined'): string {
  const folder = tampered('half/pool.tsv', (bytes) => bytes);
  const { resultHash } = readDrawVector('half');
  const lines = readFileSync(join(folder, 'result.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  const pool = readFileSync(join(folder, 'pool.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  const sizeOf = (id: string) => Number(pool.find(([other]) => other === id)?.[1]);
  const portsOf = (id: string) => pool.find(([other]) => other === id)?.[3]?.split(',') ?? [];
  const [, id = '', outcome = ''] = lines.find(([, , found = '-']) => found !== '-') ?? [];
  const port = outcome.split(' ')[0] ?? '';
  const [, next = ''] = lines.find(([, other = '', found]) => found === '-' && portsOf(other).includes(port)) ?? [];
  const bound = { resultHash };
  const free = appendFreed(null, { act: 'free', port, id, size: sizeOf(id), why }, bound);
  const give = appendFreed(free, { act: 'give', port, id: next, size: sizeOf(next), why: 'next' }, bound);
  writeFileSync(join(folder, 'freed.txt'), change(writeFreed([free, give])));
  return folder;
}

describe('verify-draw', () => {
  test('recomputes freed.txt where there is one', () => {
    for (const why of reasonsOf.free) expect(verify(withFreed(undefined, why)).exitCode, why).toBe(0);
    expect(reasonsOf.free).toContain('disqualified');
    const differs = verify(withFreed((text) => text.replace('declined', 'lapsed')));
    expect(differs.exitCode).toBe(1);
    expect(differs.text).toMatch(/^differs at freed.txt, line 1\n/);
    const malformed = verify(withFreed((text) => text.slice(0, -1)));
    expect(malformed).toEqual({ exitCode: 2, text: 'malformed: freed-no-last-newline, line: 2\n' });
  });

  test.each(drawVectorNames('sound'))('%s: exit 0 and one line with the resultHash', (name) => {
    const { resultHash } = readDrawVector(name);
    expect(verify(folderOf(name))).toEqual({ exitCode: 0, text: `same, resultHash ${resultHash}\n` });
  });

  test.each(drawVectorNames('malformed'))('%s: exit 2 and the kind', (name) => {
    const { exitCode, text } = verify(folderOf(name));
    expect(exitCode).toBe(2);
    expect(text).toMatch(/^malformed: (pool|capacity|announcement)-[a-z-]+, .*\n$/);
  });

  test.each<[string, () => string, string]>([
    ['the pool', () => replaced('one/pool.tsv', '\t6\t', '\t5\t'), 'poolRoot'],
    ['the capacity', () => replaced('one/capacity.json', '"places":2', '"places":9'), 'capacityHash'],
    ['the announcement', () => replaced('one/announcement.json', '2027-01"', '2027-02"'), 'seed'],
    ['a reveal', () => replaced('one/draw.json', '7b11789427', '0000000000'), 'parties[0].tip'],
    ['the slot key', () => replaced('one/draw.json', '24df7a901f', '0000000000'), 'slotKeyHash'],
    ['the drand signature', () => replaced('seven-drand/draw.json', '1300a5c54d', '0000000000'), 'seed'],
    ['a cut-off', () => replaced('one/draw.json', '"oldest": null', '"oldest": "0 00"'), 'cutOffs.brownsville.oldest'],
    ['a port without cut-offs', () => replaced('one/draw.json', '"laredo"', '"laredito"'), 'cutOffs.laredo.oldest'],
    ['an outcome', () => replaced('half/result.tsv', 'hidalgo shuffled', '-'), 'result.tsv, line 2'],
    ['a line less', () => replaced('seven-drand/result.tsv', /.*\n$/, ''), 'result.tsv, line 7'],
    ['a line more', () => replaced('seven-drand/result.tsv', /$/, 'more\n'), 'result.tsv, line 8'],
    ['a newline more', () => replaced('empty/result.tsv', /$/, '\n'), 'result.tsv, line 1'],
    ['a newline less', () => replaced('seven-drand/result.tsv', /\n$/, ''), 'result.tsv, line 7'],
    ['the resultHash', () => replaced('one/draw.json', '242da6499b', '0000000000'), 'resultHash'],
    ['a slot', () => replaced('one/slots.tsv', 'T08:00', 'T10:00'), 'slots.tsv, line 1'],
    ['the slotRoot', () => replaced('one/draw.json', '7627d8c6b5', '0000000000'), 'slotRoot'],
  ])('%s tampered with: exit 1 and the first difference, expected and found', (_, folder, at) => {
    const { exitCode, text } = verify(folder());
    expect({ exitCode, first: text.split('\n')[0] }).toEqual({ exitCode: 1, first: `differs at ${at}` });
    const [, expected, found, end] = /\nexpected (.+)\nfound {4}(.+)\n(.*)$/.exec(text) ?? [];
    expect(expected).not.toBe(found);
    expect(end).toBe('');
  });

  test('tells a last line without its newline from a line that is not there', () => {
    expect(verify(replaced('one/result.tsv', /\n$/, '')).text).toMatch(
      /\nfound .*\tel-paso oldest without a newline\n$/,
    );
    expect(verify(replaced('one/result.tsv', /.*\n$/, '')).text).toMatch(/\nfound {4}end of the file\n$/);
    expect(verify(replaced('empty/result.tsv', /$/, '\n')).text).toMatch(/\nfound {4}an empty line\n$/);
  });

  test('says what the line should be and what it is', () => {
    const { text } = verify(replaced('one/result.tsv', 'el-paso oldest', '-'));
    const line =
      '366d08459f82232fc58e5dad5c4d0a12e5ea6ca0f6df2d2c28710436ac607a76\tdd563489db6e8368ed1b04076dbf4ce9e9e629092b2927cb534cc06e3970969d';
    expect(text).toBe(`differs at result.tsv, line 1\nexpected ${line}\tel-paso oldest\nfound    ${line}\t-\n`);
  });

  test.each<[string, () => string, string]>([
    ['a file less', () => tampered('one/slots.tsv', () => null), 'file-missing'],
    ['a folder for a file', () => withFolder('one/season.json'), 'file-unreadable'],
    [
      'bytes that are no UTF-8',
      () => tampered('one/pool.tsv', (bytes) => Buffer.concat([bytes, Buffer.of(0xff)])),
      'file-not-utf8',
    ],
    ['a byte order mark', () => replaced('one/capacity.json', /^/, '\u{feff}'), 'capacity-not-json'],
    ['half a draw.json', () => tampered('one/draw.json', (bytes) => bytes.subarray(0, 99)), 'draw-json-not-json'],
    ['a draw.json without seed', () => replaced('one/draw.json', '"seed"', '"sed"'), 'draw-json-form'],
    ['a reveal too short', () => replaced('one/draw.json', '7b11789427', ''), 'reveal-form'],
  ])('%s: exit 2 and the kind', (_, folder, kind) => {
    const { exitCode, text } = verify(folder());
    expect(exitCode).toBe(2);
    expect(text).toMatch(new RegExp(`^malformed: ${kind}\\b`));
  });

  test("a stranger's file does not steer the terminal", () => {
    const { text } = verify(replaced('one/result.tsv', 'el-paso', '\u{1b}[2J\u{202e}'));
    expect(text).toContain('\\u{1b}[2J\\u{202e}');
    expect(text).not.toContain('\u{1b}');
  });
});

describe('verify-draw as a program', () => {
  test('ends with 0 and one line when the draw is the same', async () => {
    const { resultHash } = readDrawVector('half');
    expect(await runScript(folderOf('half'))).toEqual({ code: 0, out: `same, resultHash ${resultHash}\n`, err: '' });
  });

  test('ends with 1 and the difference when it is not', async () => {
    const { code, out, err } = await runScript(replaced('one/pool.tsv', '\t6\t', '\t5\t'));
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^differs at poolRoot\nexpected [0-9a-f]{64}\nfound {4}[0-9a-f]{64}\n$/);
  });

  test('ends with 2 and the kind when it is malformed', async () => {
    const run = await runScript(folderOf('malformed-id-twice'));
    expect(run).toEqual({ code: 2, out: '', err: 'malformed: pool-id-twice, line: 2\n' });
  });

  test('ends with 2 without a folder, or with two', async () => {
    const err = 'malformed: usage, expected: one folder, found: ';
    expect(await runScript()).toEqual({ code: 2, out: '', err: `${err}0\n` });
    expect(await runScript(folderOf('one'), folderOf('half'))).toEqual({ code: 2, out: '', err: `${err}2\n` });
  });
});
