import sharp, { type Sharp } from 'sharp';
import type { FieldProblemKind } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';

/** Bytes of a photo as sent; the gateway's own limit for a body has to be a little above. */
export const largestPhotoBytes = 10 * 1024 * 1024;

/** 24 megapixels as phones count them: 5712 × 4284 is 24.5 million. Above is refused before anything is decoded. */
const mostPhotoPixels = 25_000_000;

/** Enough for comparing faces, and about 250 KB: what is stored and read again for each confirmation. */
const longestPhotoEdge = 1200;

export type PhotoProblem = {
  readonly kind: FieldProblemKind & ('missing' | 'not-an-image' | 'image-too-large' | 'image-too-many-pixels');
};

/**
 * A photo as sent becomes an upright JPEG of at most 1200 px without any metadata (no place, no device, no thumbnail).
 * JPEG, PNG, WebP (of a film its first frame), AVIF; HEIC is `not-an-image` here, since the prebuilt libvips has no decoder for it (patents).
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<Result<Uint8Array, PhotoProblem>> {
  if (bytes.length === 0) return err({ kind: 'missing' });
  if (bytes.length > largestPhotoBytes) return err({ kind: 'image-too-large' });
  if (!hasPhotoSignature(bytes)) return err({ kind: 'not-an-image' });
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > mostPhotoPixels) return err({ kind: 'image-too-many-pixels' });
    return ok(await reencode(sharp(bytes, { limitInputPixels: mostPhotoPixels, failOn: 'error' })));
  } catch (error) {
    // Whatever libvips can't read to the end is the sender's file; sharp gives all of it as a bare Error.
    if (error instanceof Error && error.name === 'Error') return err({ kind: 'not-an-image' });
    throw error;
  }
}

/** True for a JPEG that decodes to its last line. */
export async function isWholeJpeg(bytes: Uint8Array): Promise<boolean> {
  if (!startsWith(bytes, jpeg)) return false;
  try {
    await sharp(bytes, { limitInputPixels: mostPhotoPixels, failOn: 'error' }).raw().toBuffer();
    return true;
  } catch {
    return false;
  }
}

/** sharp writes no metadata unless asked to, and turns the camera's color profile into sRGB. */
function reencode(image: Sharp): Promise<Uint8Array> {
  return image
    .autoOrient()
    .resize({ width: longestPhotoEdge, height: longestPhotoEdge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer();
}

const jpeg = [0xff, 0xd8, 0xff];
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Looked at before libvips sees the file, so that its readers for SVG (XML, links to other files), PDF, GIF, TIFF and
 * the rest are never reached: they are what attacks on image libraries go through.
 */
function hasPhotoSignature(bytes: Uint8Array): boolean {
  if (startsWith(bytes, jpeg) || startsWith(bytes, png)) return true;
  const text = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return true;
  return text(4, 8) === 'ftyp' && /^(?:avif|avis|mif1|msf1|heic|heix)$/.test(text(8, 12));
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
