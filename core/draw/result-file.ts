import { writeAscii, writeHex } from './bytes.ts';
import { type Hash, nobleHash, toHex } from './hash.ts';
import type { Place } from './place-list.ts';
import type { Shuffled } from './ticket.ts';

const linesAtOnce = 256;
const hexLength = 64;
const tab = 0x09;

/**
 * Section 5: `ticket TAB id TAB outcome` for each request, in ticket order; outcome is `port SPACE list` or `-`. In pieces,
 * each gone when the next is asked for: of a million requests the whole file is 130 MiB.
 */
export function* resultPieces(shuffled: Shuffled, places: readonly Place[]): Iterable<Uint8Array> {
  let piece = new Uint8Array(0);
  for (let begin = 0; begin < shuffled.length; begin += linesAtOnce) {
    const outcomes = places.slice(begin, begin + linesAtOnce).map(outcome);
    const length = outcomes.reduce((sum, text) => sum + 2 * (hexLength + 1) + text.length, 0);
    if (length > piece.length) piece = new Uint8Array(2 * length);
    let at = 0;
    for (const [index, text] of outcomes.entries()) {
      const record = shuffled.recordAt(begin + index);
      writeHex(record.subarray(0, 32), piece, at);
      piece[at + hexLength] = tab;
      writeHex(record.subarray(32), piece, at + hexLength + 1);
      piece[at + 2 * hexLength + 1] = tab;
      writeAscii(text, piece, at + 2 * (hexLength + 1));
      at += 2 * (hexLength + 1) + text.length;
    }
    yield piece.subarray(0, at);
  }
}

/** The whole file's text: it is ASCII. */
export function joinPieces(pieces: Iterable<Uint8Array>): string {
  let text = '';
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += 8192) text += String.fromCharCode(...piece.subarray(at, at + 8192));
  }
  return text;
}

/** H of the file, without having all of it at once. */
export function hashPieces(pieces: Iterable<Uint8Array>, hash: Hash = nobleHash): string {
  const hashing = hash.begin();
  for (const piece of pieces) hashing.update(piece);
  return toHex(hashing.digest());
}

function outcome(place: Place): string {
  return place ? `${place.port} ${place.list}\n` : '-\n';
}
