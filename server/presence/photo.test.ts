import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanPhoto, isWholeJpeg, largestPhotoBytes } from './photo.ts';

const plain = (width: number, height: number, background = '#a0522d') =>
  sharp({ create: { width, height, channels: 3, background } });

async function cleaned(bytes: Uint8Array): Promise<Uint8Array> {
  const found = await cleanPhoto(bytes);
  if (!found.ok) throw new Error(found.error.kind);
  return found.value;
}

/** A PNG whose header claims any size; its data is one row, so nothing but the header can be read. */
function pngThatClaims(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rows = deflateSync(Buffer.alloc(64));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

describe('what becomes of a photo', () => {
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('%s becomes a JPEG', async (format) => {
    const found = await cleaned(await plain(64, 48).toFormat(format).toBuffer());
    expect(await sharp(found).metadata()).toMatchObject({ format: 'jpeg', width: 64, height: 48 });
    expect(await isWholeJpeg(found)).toBe(true);
  });

  test('the long edge is at most 1200 px, and nothing is made larger', async () => {
    const large = await sharp(await cleaned(await plain(3000, 4000).jpeg().toBuffer())).metadata();
    expect([large.width, large.height]).toEqual([900, 1200]);
    const small = await sharp(await cleaned(await plain(30, 40).jpeg().toBuffer())).metadata();
    expect([small.width, small.height]).toEqual([30, 40]);
  });

  test('place, device, author and time of the camera are gone', async () => {
    const taken = await plain(64, 48)
      .withExif({
        IFD0: { Make: 'PhoneMaker', Model: 'Cheap 2', Artist: 'Maria' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '25/1 52/1 0/1',
          GPSLongitudeRef: 'W',
          GPSLongitude: '97/1 30/1 0/1',
        },
      })
      .withXmp(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>',
      )
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    const before = await sharp(taken).metadata();
    expect(before.exif?.includes('PhoneMaker')).toBe(true);
    expect(before.xmp).toBeDefined();
    const found = await cleaned(taken);
    const { exif, xmp, iptc, icc } = await sharp(found).metadata();
    expect({ exif, xmp, iptc, icc }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined, icc: undefined });
    expect(Buffer.from(found).includes('PhoneMaker')).toBe(false);
  });

  test('a photo taken sideways is turned upright, since the mark that says so goes', async () => {
    const sideways = await plain(80, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await sharp(await cleaned(sideways)).metadata()).toMatchObject({ width: 40, height: 80 });
  });

  test('what was transparent is white, not black', async () => {
    const clear = { width: 16, height: 16, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
    const found = await cleaned(await sharp({ create: clear }).png().toBuffer());
    expect([...(await sharp(found).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  test('of a film in WebP the first frame is taken', async () => {
    const frames = await Promise.all(['#ff0000', '#0000ff'].map((color) => plain(16, 16, color).png().toBuffer()));
    const film = await sharp(frames, { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer();
    expect((await sharp(film).metadata()).pages).toBe(2);
    const found = sharp(await cleaned(film));
    expect((await found.metadata()).height).toBe(16);
    expect((await found.raw().toBuffer())[0]).toBeGreaterThan(250);
  });

  test('the same photo cleaned twice stays a photo', async () => {
    const once = await cleaned(await plain(64, 48).png().toBuffer());
    expect(await cleanPhoto(once)).toMatchObject({ ok: true });
  });
});

describe('what is refused', () => {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  const circle = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>';

  test.each([
    { what: 'words', make: async () => text('hello') },
    { what: 'SVG', make: async () => text(circle) },
    { what: 'SVG behind an XML line', make: async () => text(`<?xml version="1.0"?>${circle}`) },
    { what: 'PDF', make: async () => text('%PDF-1.7\n%%EOF') },
    { what: 'GIF', make: async () => plain(9, 9).gif().toBuffer() },
    { what: 'TIFF', make: async () => plain(9, 9).tiff().toBuffer() },
    { what: 'a program', make: async () => new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]) },
    { what: 'a film', make: async () => text('\0\0\0\x18ftypmp42\0\0\0\0mp42isom') },
    { what: 'the first bytes of a JPEG', make: async () => new Uint8Array([0xff, 0xd8, 0xff]) },
    { what: 'words that begin like a PNG', make: async () => Buffer.from('\x89PNG\r\n\x1a\nhello', 'latin1') },
    { what: 'an SVG that begins like a JPEG', make: async () => Buffer.from(`\xff\xd8\xff${circle}`, 'latin1') },
  ])('$what is not an image', async ({ make }) => {
    expect(await cleanPhoto(await make())).toEqual({ ok: false, error: { kind: 'not-an-image' } });
  });

  test('half a photo is not an image', async () => {
    const whole = await plain(400, 300).jpeg().toBuffer();
    expect(await cleanPhoto(whole.subarray(0, whole.length / 2))).toMatchObject({ error: { kind: 'not-an-image' } });
  });

  test('an empty file is missing', async () => {
    expect(await cleanPhoto(new Uint8Array())).toEqual({ ok: false, error: { kind: 'missing' } });
  });

  test('one byte over the limit is too large, whatever it is', async () => {
    expect(await cleanPhoto(new Uint8Array(largestPhotoBytes + 1))).toMatchObject({
      error: { kind: 'image-too-large' },
    });
    expect(await cleanPhoto(new Uint8Array(largestPhotoBytes))).toMatchObject({ error: { kind: 'not-an-image' } });
  });

  test.each([
    [50_000, 50_000],
    [5_001, 5_000],
    [25_000_001, 1],
  ])('a bomb of %i × %i pixels has too many, known from its header alone', async (width, height) => {
    expect(await cleanPhoto(pngThatClaims(width, height))).toMatchObject({ error: { kind: 'image-too-many-pixels' } });
  });

  test('a phone with 24 megapixels (5712 × 4284) has not too many', async () => {
    const found = await cleaned(await plain(5712, 4284).jpeg().toBuffer());
    expect((await sharp(found).metadata()).width).toBe(1200);
  });
});
