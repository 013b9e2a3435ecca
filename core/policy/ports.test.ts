import { describe, expect, test } from 'vitest';
import type { PortCode } from '#core/ids.ts';
import { isTimeZone } from '#core/time/zone.ts';
import { isPortCode, portCodes, portOf, ports } from './ports.ts';

describe('ports', () => {
  test('are the eight, sorted as the draw sorts them', () => {
    expect(portCodes).toEqual([
      'brownsville',
      'calexico',
      'eagle-pass',
      'el-paso',
      'hidalgo',
      'laredo',
      'nogales',
      'san-ysidro',
    ]);
  });
  test.each(ports)('$code has zones that are known, and places', (port) => {
    expect(isTimeZone(port.timeZone) && isTimeZone(port.across.timeZone)).toBe(true);
    expect(port.code).toMatch(/^[a-z0-9-]+$/);
    expect(port.dailyPlaces).toBeGreaterThan(0);
  });
  test.each(ports)('$code has an address that is marked as made up', (port) => {
    expect(port.address.isMadeUp).toBe(true);
    expect(port.address.text).toMatch(/^\d+ Example Street, .+, [A-Z]{2}$/);
  });
  test('together they have the places of a day of the predecessor [phases]', () => {
    expect(ports.reduce((sum, port) => sum + port.dailyPlaces, 0)).toBe(1450);
  });
  test('are found by their codes; what is no code is none', () => {
    expect(portOf('laredo' as PortCode).name).toBe('Laredo');
    expect(isPortCode('laredo')).toBe(true);
    expect(isPortCode('Laredo')).toBe(false);
    expect(() => portOf('atlantis' as PortCode)).toThrow('found atlantis');
  });
});
