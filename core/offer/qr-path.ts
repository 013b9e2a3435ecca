/** Light modules around a QR so that scanners find its edge (ISO/IEC 18004). */
const quietZone = 4;

type Modules = { readonly size: number; get(row: number, column: number): number | boolean };

/** One path for all dark modules, a rectangle for each run in a row, in units of a module. */
export function qrPath(modules: Modules): { readonly path: string; readonly size: number } {
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
      const length = column - start + 1;
      parts.push(`M${start + quietZone} ${row + quietZone}h${length}v1h-${length}z`);
    }
  }
  return { path: parts.join(''), size: modules.size + 2 * quietZone };
}
