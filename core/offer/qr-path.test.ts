import { create } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

describe('the drawing of a QR', () => {
  test('joins dark modules beside each other and leaves four light ones around', () => {
    const rows = ['110', '001', '111'];
    const modules = { size: 3, get: (row: number, column: number) => rows[row]?.[column] === '1' };
    expect(qrPath(modules)).toEqual({ path: 'M4 4h2v1h-2zM6 5h1v1h-1zM4 6h3v1h-3z', size: 11 });
  });

  test('covers exactly the dark modules of a real code', () => {
    const { modules } = create('PUENTE', { errorCorrectionLevel: 'M' });
    const runs = [...qrPath(modules).path.matchAll(/h(\d+)v1/g)];
    const drawn = runs.reduce((sum, [, length]) => sum + Number(length), 0);
    expect(drawn).toBe(modules.data.reduce((sum, dark) => sum + dark, 0));
    expect(drawn).toBeGreaterThan(100);
  });
});
