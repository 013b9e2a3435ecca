import { describe, expect, test } from 'vitest';
import { portCodes } from '#core/policy/ports.ts';
import { checkPorts } from './ports.ts';

describe('ports in order of preference', () => {
  test.each([
    ['one', { port1: 'laredo', port2: '', port3: '' }, ['laredo']],
    [
      'three, in her order',
      { port1: 'san-ysidro', port2: 'nogales', port3: 'brownsville' },
      ['san-ysidro', 'nogales', 'brownsville'],
    ],
    ['a gap is closed up', { port1: 'laredo', port2: '', port3: 'nogales' }, ['laredo', 'nogales']],
    ['fields that are absent count as empty', { port1: 'laredo' }, ['laredo']],
  ])('%s', (_title, fields, expected) => {
    expect(checkPorts(fields, portCodes)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['none', {}, [{ field: 'port1', kind: 'missing' }]],
    ['the first is missing', { port1: '', port2: 'laredo' }, [{ field: 'port1', kind: 'missing' }]],
    ['unknown', { port1: 'atlantis' }, [{ field: 'port1', kind: 'not-in-list' }]],
    ['a name of every object', { port1: 'constructor' }, [{ field: 'port1', kind: 'not-in-list' }]],
    [
      'the same twice',
      { port1: 'laredo', port2: 'laredo', port3: 'laredo' },
      [
        { field: 'port2', kind: 'port-named-twice' },
        { field: 'port3', kind: 'port-named-twice' },
      ],
    ],
    ['no text', { port1: ['laredo'] }, [{ field: 'port1', kind: 'wrong-type' }]],
    ['not among the ports of today', { port1: 'laredo', port2: 'x' }, [{ field: 'port2', kind: 'not-in-list' }]],
  ])('refused: %s', (_title, fields, expected) => {
    expect(checkPorts(fields, portCodes)).toEqual({ ok: false, error: { kind: 'fields', fields: expected } });
  });
});
