import { drawSquares, readQr } from './read-qr.ts';

/** What a scanner reads in each QR that a terminal shows as half blocks, in their order. */
export async function readPrintedQrs(printed: string): Promise<readonly (string | null)[]> {
  const read: (string | null)[] = [];
  // A quiet zone of four squares on each side: nothing else that is printed has lines of these signs alone.
  for (const [drawing] of printed.matchAll(/(?:^[ ▀▄█]{25,}\n){10,}/gm)) {
    const lines = drawing.trimEnd().split('\n');
    const dark = lines.flatMap((line, row) =>
      line
        .split('')
        .flatMap((sign, column) => [
          ...('▀█'.includes(sign) ? [`${row * 2} ${column}`] : []),
          ...('▄█'.includes(sign) ? [`${row * 2 + 1} ${column}`] : []),
        ]),
    );
    const units = Math.max(lines.length * 2, ...lines.map((line) => line.length));
    read.push(await readQr(drawSquares(new Set(dark), { units, pixels: 4 })));
  }
  return read;
}
