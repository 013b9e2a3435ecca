import { describe, expect, test } from 'vitest';
import { type Draft, fieldsToKeep, fieldsToPutBack, readDraft } from './draft.ts';

const blank = { givenNames: '', familyNames: '' };
const draft: Draft = { tab: 'a', over: '', fields: { givenNames: 'Marie' }, files: {} };

describe('of a form is kept', () => {
  test('what differs from what the page came with', () => {
    expect(fieldsToKeep({ came: blank, now: { ...blank, givenNames: 'Marie' }, over: '' }, null)).toEqual({
      givenNames: 'Marie',
    });
  });

  test('that a field was emptied', () => {
    const came = { givenNames: 'Marie', familyNames: 'Jean' };
    expect(fieldsToKeep({ came, now: { ...came, givenNames: '' }, over: '' }, null)).toEqual({ givenNames: '' });
  });

  test('nothing, where nothing was typed, or all of it taken back', () => {
    expect(fieldsToKeep({ came: blank, now: blank, over: '' }, null)).toBeNull();
    expect(fieldsToKeep({ came: blank, now: blank, over: '' }, { givenNames: 'Marie' })).toBeNull();
  });

  test('what the server handed back, too: in half an hour it will have forgotten it', () => {
    const came = { givenNames: 'Marie', familyNames: 'Je' };
    const before = { givenNames: 'Marie', familyNames: 'Je' };
    expect(fieldsToKeep({ came, now: came, over: '1' }, before)).toEqual(before);
    expect(fieldsToKeep({ came, now: { ...came, familyNames: 'Jean' }, over: '1' }, before)).toEqual({
      givenNames: 'Marie',
      familyNames: 'Jean',
    });
  });

  test('what the server did not hand back', () => {
    const now = { givenNames: '', familyNames: 'Jean' };
    expect(fieldsToKeep({ came: blank, now, over: '1' }, { givenNames: 'Marie' })).toEqual({
      givenNames: 'Marie',
      familyNames: 'Jean',
    });
  });

  test('no field that the page has no more', () => {
    expect(fieldsToKeep({ came: blank, now: { ...blank, givenNames: 'M' }, over: '' }, { gone: 'x' })).toEqual({
      givenNames: 'M',
    });
  });
});

describe('into a page goes back', () => {
  test('what was typed, where nobody has typed since', () => {
    expect(fieldsToPutBack({ came: blank, now: blank, over: '' }, draft)).toEqual({ givenNames: 'Marie' });
    expect(fieldsToPutBack({ came: blank, now: { ...blank, givenNames: 'Ma' }, over: '' }, draft)).toEqual({});
  });

  test('nothing over what the server handed back after it was sent', () => {
    expect(fieldsToPutBack({ came: blank, now: blank, over: '1' }, draft)).toEqual({});
  });

  test('what was typed on top of what the server handed back', () => {
    expect(fieldsToPutBack({ came: blank, now: blank, over: '1' }, { ...draft, over: '1' })).toEqual({
      givenNames: 'Marie',
    });
  });

  test('what was typed on top of it, also when the server has forgotten', () => {
    expect(fieldsToPutBack({ came: blank, now: blank, over: '' }, { ...draft, over: '1' })).toEqual({
      givenNames: 'Marie',
    });
  });

  test('nothing for a field that the page has no more', () => {
    expect(fieldsToPutBack({ came: blank, now: blank, over: '' }, { ...draft, fields: { gone: 'x' } })).toEqual({});
  });
});

test.each([null, 'text', {}, { ...draft, fields: { a: 1 } }, { ...draft, files: { photo: 'x' } }])(
  'what an earlier version kept in another shape is no draft (%j)',
  (value) => {
    expect(readDraft(value)).toBeNull();
  },
);

test('a draft is read as it was kept', () => {
  expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});
