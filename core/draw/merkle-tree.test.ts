import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditPath, isInTree } from './audit-path.ts';
import { fromHex, toHex } from './hash.ts';
import { leafHash, merkleRoot, merkleTree, nodeHash } from './merkle-tree.ts';

// Leaves and roots that the implementations of Certificate Transparency test themselves with.
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => String.fromCharCode(...fromHex(hex)),
);
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** RFC 9162, 2.1.1, as it is written there. */
function rootByTheBook(lines: readonly string[]): Uint8Array {
  if (lines.length === 1) return leafHash(lines[0] ?? '');
  let k = 1;
  while (2 * k < lines.length) k *= 2;
  return nodeHash(rootByTheBook(lines.slice(0, k)), rootByTheBook(lines.slice(k)));
}

/** RFC 9162, 2.1.3.1, as it is written there. */
function pathByTheBook(m: number, lines: readonly string[]): readonly string[] {
  if (lines.length === 1) return [];
  let k = 1;
  while (2 * k < lines.length) k *= 2;
  return m < k
    ? [...pathByTheBook(m, lines.slice(0, k)), toHex(rootByTheBook(lines.slice(k)))]
    : [...pathByTheBook(m - k, lines.slice(k)), toHex(rootByTheBook(lines.slice(0, k)))];
}

const someLines = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 70 });

describe('the tree hash', () => {
  test.each(roots.map((root, count) => [count, root] as const))(
    'over %d known leaves is the known root',
    (count, root) => {
      expect(merkleTree(leaves.slice(0, count)).root).toBe(root);
      expect(merkleRoot(leaves.slice(0, count))).toBe(root);
    },
  );

  test('is the one of RFC 9162, 2.1.1, for any lines', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const root = toHex(rootByTheBook(lines));
        expect(merkleTree(lines).root).toBe(root);
        expect(merkleRoot(lines)).toBe(root);
      }),
    );
  });
});

describe('the audit path', () => {
  test('is the one of RFC 9162, 2.1.3.1, for any line', () => {
    fc.assert(
      fc.property(someLines, fc.nat(), (lines, number) => {
        const index = number % lines.length;
        expect(auditPath(merkleTree(lines), index).siblings).toEqual(pathByTheBook(index, lines));
      }),
    );
  });

  test('proves each line of each tree of up to 40 lines, at its own place only', () => {
    for (let count = 1; count <= 40; count += 1) {
      const lines = Array.from({ length: count }, (_, index) => `line ${index}`);
      const tree = merkleTree(lines);
      for (const [index, line] of lines.entries()) {
        const path = auditPath(tree, index);
        const { root } = tree;
        expect(isInTree({ line, path, root })).toBe(true);
        expect(isInTree({ line, path: { ...path, index: index + 1 }, root })).toBe(false);
        expect(isInTree({ line: `${line} `, path, root })).toBe(false);
      }
    }
  });

  test('proves nothing with a sibling less, more, changed or malformed, or another root', () => {
    const lines = ['a', 'b', 'c', 'd', 'e'];
    const { root } = merkleTree(lines);
    const path = auditPath(merkleTree(lines), 2);
    const [first = '', ...rest] = path.siblings;
    const changed = first.startsWith('0') ? first.replace('0', '1') : first.replace(/^./, '0');
    expect(isInTree({ line: 'c', path, root })).toBe(true);
    for (const siblings of [
      rest,
      [...path.siblings, first],
      [changed, ...rest],
      ['zz', ...rest],
      [first.toUpperCase(), ...rest],
    ]) {
      expect(isInTree({ line: 'c', path: { ...path, siblings }, root })).toBe(false);
    }
    expect(isInTree({ line: 'c', path, root: first })).toBe(false);
    expect(isInTree({ line: 'c', path: { ...path, count: 2 }, root })).toBe(false);
    expect(isInTree({ line: 'c', path: { ...path, index: -1 }, root })).toBe(false);
    expect(isInTree({ line: 'c', path: { ...path, index: Number.NaN }, root })).toBe(false);
  });

  test('proves nothing when it says another number of lines than the tree has', () => {
    const one = merkleTree(['a']).root;
    const two = merkleTree(['a', 'b']).root;
    expect(isInTree({ line: 'a', path: { index: 0, count: 2, siblings: [] }, root: one })).toBe(false);
    const siblings = [toHex(leafHash('a'))];
    expect(isInTree({ line: 'b', path: { index: 0, count: 1, siblings }, root: two })).toBe(false);
  });

  test('of a line that is not there is a bug', () => {
    expect(() => auditPath(merkleTree(['a']), 1)).toThrow(RangeError);
    expect(() => auditPath(merkleTree([]), 0)).toThrow(RangeError);
  });
});
