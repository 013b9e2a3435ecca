import { describe, expect, test } from 'vitest';
import { parseCapacity, placesOf, writeCapacity } from './capacity.ts';

const sound =
  '{"day":"2027-03-01","maxGroup":12,"oldestShare":5000,"ports":[' +
  '{"port":"laredo","slots":[{"places":5,"slot":"2027-03-11T08:00"},{"places":3,"slot":"2027-03-11T10:00"}]},' +
  '{"port":"nogales","slots":[{"places":2,"slot":"2027-03-11T08:00"}]}],"protocol":"puente-draw-1"}';

describe('the capacity', () => {
  test('is read and written as the same text', () => {
    const capacity = parseCapacity(sound);
    if (!capacity.ok) throw new Error(JSON.stringify(capacity.error));
    expect(capacity.value.ports.map(placesOf)).toEqual([8, 2]);
    expect(writeCapacity(capacity.value)).toEqual({ ok: true, value: sound });
  });

  test.each([
    ['an empty file', '', 'capacity-not-json', ''],
    ['a final newline', `${sound}\n`, 'capacity-not-canonical', ''],
    ['white space', sound.replace(',', ', '), 'capacity-not-canonical', ''],
    ['members out of order', `{"protocol":"puente-draw-1",${sound.slice(1, -28)}}`, 'capacity-not-canonical', ''],
    ['a member twice', sound.replace('{"day"', '{"day":"2027-03-02","day"'), 'capacity-not-canonical', ''],
    ['a number with an exponent', sound.replace('5000', '5e3'), 'capacity-not-canonical', ''],
    ['an escape that is not needed', sound.replace('laredo', 'l\\u0061redo'), 'capacity-not-canonical', ''],
    ['a member more', sound.replace('{"day"', '{"bonus":1,"day"'), 'capacity-members', ''],
    ['__proto__ for a member', sound.replace('"day"', '"__proto__"'), 'capacity-members', ''],
    ['a list for the whole', `[${sound}]`, 'capacity-members', ''],
    ['null', 'null', 'capacity-members', ''],
    ['200,000 brackets', '['.repeat(200_000), 'capacity-not-json', ''],
    ['200,000 nested lists', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'capacity-members', ''],
    ['another protocol', sound.replace('draw-1"', 'draw-2"'), 'capacity-protocol', 'protocol'],
    ['a day that does not exist', sound.replace('2027-03-01', '2027-02-29'), 'capacity-day', 'day'],
    ['29 February 2100', sound.replace('2027-03-01', '2100-02-29'), 'capacity-day', 'day'],
    ['a day as a time', sound.replace('2027-03-01', '2027-03-01T00:00'), 'capacity-day', 'day'],
    ['a largest group of nobody', sound.replace('12', '0'), 'capacity-max-group', 'maxGroup'],
    ['a largest group as text', sound.replace('12', '"12"'), 'capacity-max-group', 'maxGroup'],
    ['a share over the whole', sound.replace('5000', '10001'), 'capacity-oldest-share', 'oldestShare'],
    ['a share below nothing', sound.replace('5000', '-1'), 'capacity-oldest-share', 'oldestShare'],
    ['a share in fractions', sound.replace('5000', '0.5'), 'capacity-oldest-share', 'oldestShare'],
    ['a port in capitals', sound.replace('laredo', 'Laredo'), 'capacity-port-code', 'ports[0].port'],
    ['a port twice', sound.replace('nogales', 'laredo'), 'capacity-port-twice', 'ports[1]'],
    ['ports out of order', sound.replace('laredo', 'tecate'), 'capacity-ports-unsorted', 'ports[1]'],
    ['a port without slots', sound.replace(/\[\{"places":2.*?\]/, '[]'), 'capacity-port-without-slots', 'ports[1]'],
    ['a port with a member more', sound.replace('"port"', '"open":true,"port"'), 'capacity-members', 'ports[0]'],
    ['a slot at 24:00', sound.replace('T10:00', 'T24:00'), 'capacity-slot', 'ports[0].slots[1].slot'],
    ['a slot with seconds', sound.replace('T10:00', 'T10:00:00'), 'capacity-slot', 'ports[0].slots[1].slot'],
    [
      'a slot in a 13th month',
      sound.replace('2027-03-11T10', '2027-13-11T10'),
      'capacity-slot',
      'ports[0].slots[1].slot',
    ],
    ['a slot twice', sound.replace('T10:00', 'T08:00'), 'capacity-slot-twice', 'ports[0].slots[1]'],
    ['slots out of order', sound.replace('T10:00', 'T07:00'), 'capacity-slots-unsorted', 'ports[0].slots[1]'],
    ['a slot without places', sound.replace('"places":3', '"places":0'), 'capacity-places', 'ports[0].slots[1].places'],
    ['half a place', sound.replace('"places":3', '"places":1.5'), 'capacity-places', 'ports[0].slots[1].places'],
    ['places over 2^53', sound.replace(':3,', ':9007199254740992,'), 'capacity-places', 'ports[0].slots[1].places'],
    ['places whose sum is over 2^53', sound.replace(':3,', ':9007199254740991,'), 'capacity-places-sum', 'ports[0]'],
    [
      'a slot with a member more',
      sound.replace('"places":3', '"open":1,"places":3'),
      'capacity-members',
      'ports[0].slots[1]',
    ],
  ])('is malformed by %s', (_, text, ...[kind, at]) => {
    expect(text).not.toBe(sound);
    expect(parseCapacity(text)).toEqual({ ok: false, error: { kind, at } });
  });

  test('may be for a 29 February, where there is one', () => {
    expect(parseCapacity(sound.replace('2027-03-01', '2028-02-29'))).toMatchObject({ ok: true });
    expect(parseCapacity(sound.replace('2027-03-01', '2000-02-29'))).toMatchObject({ ok: true });
  });

  test('is not written when a port is named twice', () => {
    const slots = [{ places: 1, slot: '2027-03-11T08:00' }];
    const ports = [
      { port: 'laredo', slots },
      { port: 'laredo', slots },
    ];
    expect(writeCapacity({ day: '2027-03-01', maxGroup: 1, oldestShare: 0, ports })).toEqual({
      ok: false,
      error: { kind: 'capacity-port-twice', at: 'ports[1]' },
    });
  });
});
