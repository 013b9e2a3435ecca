import jsQr from 'jsqr';
import sharp from 'sharp';

/** What a scanner reads in a picture (PNG, SVG, JPEG …), or null where it finds no QR. */
export async function readQr(picture: Uint8Array): Promise<string | null> {
  const { data, info } = await sharp(picture)
    .flatten({ background: '#ffffff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Dark on light, as it is drawn: a scanner that also tried the opposite would forgive too much.
  return jsQr(new Uint8ClampedArray(data), info.width, info.height, { inversionAttempts: 'dontInvert' })?.data ?? null;
}

/** A drawing of the squares named `row column`, `pixels` wide each, with a scratch over it: a strip of so many pixels. */
export function drawSquares(
  squares: ReadonlySet<string>,
  { units, pixels, scratch = 0 }: { readonly units: number; readonly pixels: number; readonly scratch?: number },
): Uint8Array {
  const drawn = [...squares].map((square) => {
    const [row = 0, column = 0] = square.split(' ').map(Number);
    return `<rect x="${column}" y="${row}" width="1" height="1"/>`;
  });
  const side = units * pixels;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${units} ${units}" shape-rendering="crispEdges">
    <rect width="${units}" height="${units}" fill="#fff"/>${drawn.join('')}
    <path d="M0 ${units * 0.55}L${units} ${units * 0.62}" stroke="#fff" stroke-width="${scratch / pixels}"/></svg>`;
  return new TextEncoder().encode(svg);
}
