import { describe, expect, test } from 'vitest';
import { writeStatistics } from './csv.ts';
import { statisticsOf, withLists } from './of-draw.ts';

const counted = {
  outcome: { chosen: 60, 'not-chosen': 40 },
  'first-port': { laredo: 70, nogales: 30 },
  'group-size': { '1': 79, '2': 18, '5': 3 },
  'port-given': { laredo: 45, nogales: 15 },
  wait: { month: 52, year: 8 },
} as const;

describe('statistics of a draw', () => {
  test('tell counts of more than ten, and leave out what is not counted yet', () => {
    const { requests, lists } = statisticsOf(100, counted);
    expect(requests).toBe(100);
    expect(lists.map(({ name, total }) => [name, total])).toEqual([
      ['outcome', 100],
      ['first-port', 100],
      ['group-size', 100],
      ['port-given', 60],
      ['wait', 60],
    ]);
    expect(lists.find(({ name }) => name === 'group-size')?.cells).toEqual([
      { key: '1', count: 79 },
      { key: '2', count: null },
      { key: '3', count: 0 },
      { key: '4', count: 0 },
      { key: '5', count: null },
    ]);
    expect(lists.find(({ name }) => name === 'wait')?.cells).toBeNull();
  });

  test('of ten requests or fewer say so, and nothing else', () => {
    expect(statisticsOf(10, counted)).toEqual({ requests: null, lists: [] });
    expect(statisticsOf(0, {})).toEqual({ requests: null, lists: [] });
  });

  test('leave out a list that would tell by its sum what another hides', () => {
    const few = { outcome: { chosen: 4, 'not-chosen': 96 }, 'port-given': { laredo: 4 } };
    expect(statisticsOf(100, few).lists.map(({ name }) => name)).toEqual(['outcome']);
    const hidden = { outcome: { chosen: 96, 'not-chosen': 4 }, 'port-given': { laredo: 96 } };
    expect(statisticsOf(100, hidden).lists.map(({ name }) => name)).toEqual(['outcome']);
  });

  test('go on to answers and appointments, and count nothing anew', () => {
    const before = statisticsOf(100, counted);
    const later = { wait: { month: 60 }, answer: { confirmed: 44, lapsed: 16 }, appointment: { kept: 30, missed: 14 } };
    const after = withLists(before, later);
    expect(after.lists.slice(0, 5)).toEqual(before.lists);
    expect(after.lists.slice(5)).toMatchObject([
      { name: 'answer', total: 60 },
      {
        name: 'appointment',
        total: 44,
        cells: [{ key: 'kept', count: 30 }, { count: 0 }, { key: 'missed', count: 14 }],
      },
    ]);
  });

  test('whose lists do not add up are a bug', () => {
    expect(() => statisticsOf(101, counted)).toThrow('expected the list outcome to add up to 101, found 100');
  });

  test('are a file with a line for each count, empty where it is hidden', () => {
    const day = '2027-03-11' as never;
    const text = writeStatistics([{ day, ...statisticsOf(100, { 'group-size': counted['group-size'] }) }]);
    expect(text.split('\r\n')).toEqual([
      'day,list,cell,requests',
      '2027-03-11,requests,*,100',
      '2027-03-11,group-size,*,100',
      '2027-03-11,group-size,1,79',
      '2027-03-11,group-size,2,',
      '2027-03-11,group-size,3,0',
      '2027-03-11,group-size,4,0',
      '2027-03-11,group-size,5,',
      '',
    ]);
    expect(writeStatistics([{ day, requests: null, lists: [] }])).toBe(
      'day,list,cell,requests\r\n2027-03-11,requests,*,\r\n',
    );
  });
});
