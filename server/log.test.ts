import { describe, expect, test } from 'vitest';
import { makeRequestId } from './http/request-id.ts';
import { makeLog } from './log.ts';

function record(showsMessages: boolean) {
  const lines: string[] = [];
  return { lines, log: makeLog({ level: 'info', showsMessages, to: { write: (line: string) => lines.push(line) } }) };
}

describe('log', () => {
  test('an error keeps its frames and code, and in production not its message, which may quote a person', () => {
    const { lines, log } = record(false);
    const cause = Object.assign(new Error('Key (phone)=(+525512345678) already exists'), { code: '23505' });
    log.failure('route', new Error('María Pérez', { cause }), 'k7m2-x94c');
    expect(lines.join()).not.toMatch(/María|5512345678/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      event: 'route',
      requestId: 'k7m2-x94c',
      error: { name: 'Error', cause: { code: '23505' } },
    });
    expect(lines[0]).toContain('log.test.ts');
  });

  test('in the demonstration the message is there', () => {
    const { lines, log } = record(true);
    log.failure('route', new Error('boom'));
    expect(lines[0]).toContain('boom');
  });

  test('a request line keeps an unknown method to itself', () => {
    const { lines, log } = record(false);
    log.request({ requestId: 'k7m2-x94c', method: 'María', route: 'unknown', status: 405, milliseconds: 1.234 });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ method: 'other', status: 405, milliseconds: 1.2 });
  });
});

test('a request id can be read out: no vowels, no sign that looks like another', () => {
  for (let time = 0; time < 200; time += 1)
    expect(makeRequestId()).toMatch(/^[2-9b-df-hj-kmnp-tv-xz]{4}-[2-9b-df-hj-kmnp-tv-xz]{4}$/);
});
