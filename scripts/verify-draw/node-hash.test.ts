import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nobleHash } from '#core/draw/hash.ts';
import { nodeHash } from './node-hash.ts';

const bytes = fc.uint8Array({ maxLength: 200 });

test("Node's functions and the core's own give the same, for keys and messages of any length", () => {
  fc.assert(
    fc.property(bytes, bytes, bytes, (key, message, other) => {
      for (const one of [message, other, message]) {
        const expected = createHmac('sha256', key).update(one).digest('hex');
        expect(Buffer.from(nodeHash.hmacSha256(key, one)).toString('hex')).toBe(expected);
        expect(Buffer.from(nobleHash.hmacSha256(key, one)).toString('hex')).toBe(expected);
        expect(Buffer.from(nodeHash.sha256(one))).toEqual(Buffer.from(nobleHash.sha256(one)));
      }
    }),
  );
});
