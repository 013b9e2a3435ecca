import { describe, expect, test } from 'vitest';
import { parseAnnouncement } from './announcement.ts';
import { auditPath } from './audit-path.ts';
import { merkleTree } from './merkle-tree.ts';
import { checkPromise, type Kept, parsePromise, writePromise } from './promise.ts';

const id = 'a'.repeat(64);
const sound =
  `{"day":"2027-03-01","id":"${id}","lastAnnouncement":"${'0'.repeat(64)}","ports":["laredo","nogales"],` +
  '"protocol":"puente-draw-1","registered":"2026-02-01T00:00:00Z","size":3,"time":"2027-02-28T15:00:00Z"}';

function promised(text = sound) {
  const promise = parsePromise(text);
  if (!promise.ok) throw new Error(JSON.stringify(promise.error));
  return promise.value;
}

/** What she gets at the close: her line among others, in a pool whose second band begins with her own second. */
function kept(line = `${id}\t3\t1\tlaredo,nogales`, day = '2027-03-01'): Kept {
  const lines = [line, `${'b'.repeat(64)}\t1\t0\tlaredo`, `${'c'.repeat(64)}\t1\t0\tlaredo`];
  const tree = merkleTree(lines);
  const [c, s, t] = ['c', 'e', 'f'].map((digit) => digit.repeat(64));
  const announcement = parseAnnouncement(
    `{"bands":["2026-02-01T00:00:00Z"],"capacityHash":"${c}","count":3,"day":"${day}","drandRound":null,"draw":3,` +
      `"parties":[{"name":"operator","tip":"${t}"}],"policy":"2027-01","poolRoot":"${tree.root}",` +
      `"previousResult":"${s}","protocol":"puente-draw-1","slotKeyHash":"${s}"}`,
  );
  if (!announcement.ok) throw new Error(JSON.stringify(announcement.error));
  return { line, path: auditPath(tree, 0), announcement: announcement.value };
}

describe('a promise', () => {
  test('is read and written as the same text', () => {
    expect(writePromise(promised())).toEqual({ ok: true, value: sound });
  });

  test.each([
    ['half of it', sound.slice(0, 90), 'promise-not-json', ''],
    ['white space', sound.replace(',', ', '), 'promise-not-canonical', ''],
    ['a member twice', sound.replace('{"day"', '{"day":"2027-03-02","day"'), 'promise-not-canonical', ''],
    ['a member less', sound.replace('"size":3,', ''), 'promise-members', ''],
    ['a member more', sound.replace('{"day"', '{"bonus":1,"day"'), 'promise-members', ''],
    ['another protocol', sound.replace('draw-1', 'draw-2'), 'promise-protocol', 'protocol'],
    ['a day that does not exist', sound.replace('2027-03-01', '2027-02-29'), 'promise-day', 'day'],
    ['an id in capitals', sound.replace(id, id.toUpperCase()), 'promise-id', 'id'],
    ['half an announcement', sound.replace('00000000', ''), 'promise-announcement', 'lastAnnouncement'],
    ['no port', sound.replace('"laredo","nogales"', ''), 'promise-ports', 'ports'],
    ['a port twice', sound.replace('nogales', 'laredo'), 'promise-ports', 'ports'],
    ['four ports', sound.replace('"nogales"', '"a","b","c"'), 'promise-ports', 'ports'],
    ['a port in capitals', sound.replace('nogales', 'Nogales'), 'promise-ports', 'ports'],
    ['a date without a time', sound.replace('T00:00:00Z', ''), 'promise-time', 'registered'],
    ['nobody', sound.replace(':3,', ':0,'), 'promise-size', 'size'],
    ['a time with an offset', sound.replace('15:00:00Z', '15:00:00+01:00'), 'promise-time', 'time'],
  ])('is malformed by %s', (_, text, ...[kind, at]) => {
    expect(text).not.toBe(sound);
    expect(parsePromise(text)).toEqual({ ok: false, error: { kind, at } });
  });

  test('is kept by a line with her size, ports and band, which begins at its bound, and a path to the root', () => {
    expect(checkPromise(promised(), kept())).toEqual({ ok: true, value: null });
  });

  test.each<[string, Kept, string]>([
    ['another size', kept(`${id}\t2\t1\tlaredo,nogales`), 'promise-other-line'],
    ['another order of ports', kept(`${id}\t3\t1\tnogales,laredo`), 'promise-other-line'],
    ['a younger band', kept(`${id}\t3\t2\tlaredo,nogales`), 'promise-other-line'],
    ["somebody else's line", kept(`${'d'.repeat(64)}\t3\t1\tlaredo,nogales`), 'promise-other-line'],
    ['the pool of another day', kept(undefined, '2027-03-02'), 'promise-other-day'],
    ['a path to somewhere else', { ...kept(), path: { ...kept().path, index: 1 } }, 'promise-not-in-pool'],
    ['a path in a smaller pool', { ...kept(), path: { ...kept().path, count: 2 } }, 'promise-not-in-pool'],
  ])('is broken by %s', (_, given, kind) => {
    expect(checkPromise(promised(), given)).toMatchObject({ ok: false, error: { kind } });
  });
});
