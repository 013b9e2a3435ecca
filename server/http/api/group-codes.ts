import type { Hono } from 'hono';
import { err } from '#core/result.ts';
import { personIn } from '../pages.ts';
import type { ApiParts } from '../parts.ts';
import { text, uuid } from '../shapes.ts';
import { write } from '../write.ts';

const changing = ['group-frozen', 'group-booked'] as const;

/** On the group's page, until the session's next write: it is stored nowhere else. */
function shownCode(code: string, kind: 'hand-over' | 'join') {
  return { goTo: { page: 'register/group', query: '' } as const, shown: { code, kind }, value: { code } };
}

/** A group parts, two come together: by codes that are shown once. */
export function mountGroupCodes(app: Hono, parts: ApiParts): void {
  const { services } = parts;

  app.post(
    '/api/group/split',
    write(parts, {
      page: 'group/split',
      who: 'applicant',
      describes: {
        summary: 'Split the group: each field “person-<id>” names somebody who leaves.',
        fields: {},
        answer: { code: text(20) },
        problems: ['registration-incomplete', ...changing, 'group-needs-adult', 'guardian-apart'],
      },
      async act({ applicant, fields }) {
        const people = Object.keys(fields).flatMap((name) => /^person-([\da-f-]{36})$/.exec(name)?.[1] ?? []);
        const split = await services.splitGroup({ applicant, people });
        return split.ok ? { ok: true, value: shownCode(split.value.code, 'hand-over') } : split;
      },
    }),
  );

  app.post(
    '/api/group/hand-over',
    write(parts, {
      page: 'register/group',
      who: 'applicant',
      describes: {
        summary: 'Make a new code for people who were split off, since the first one is lost.',
        fields: { person: uuid },
        answer: { code: text(20) },
        problems: ['not-found'],
      },
      async act({ applicant, fields, address }) {
        const person = personIn(fields, address);
        if (person === 'nobody' || person === null) return err({ kind: 'not-found' });
        const renewed = await services.renewHandOver({ applicant, person });
        return renewed.ok ? { ok: true, value: shownCode(renewed.value.code, 'hand-over') } : renewed;
      },
    }),
  );

  app.post(
    '/api/group/code',
    write(parts, {
      page: 'register/group',
      who: 'applicant',
      describes: {
        summary: 'Make a code with which another head brings her people into this group.',
        fields: {},
        answer: { code: text(20) },
        problems: ['registration-incomplete', ...changing],
      },
      async act({ applicant }) {
        const made = await services.makeJoinCode({ applicant });
        return made.ok ? { ok: true, value: shownCode(made.value.code, 'join') } : made;
      },
    }),
  );

  app.post(
    '/api/group/join',
    write(parts, {
      page: 'group/join',
      who: 'applicant',
      describes: {
        summary: 'Enter a code: to take over people who were split off, or to join a group.',
        fields: { code: text(200, '00000000000000000098') },
        answer: {},
        problems: [
          'group-code-wrong',
          'too-many-tries',
          'has-registration',
          'in-a-group',
          'already-asked',
          'registration-incomplete',
          ...changing,
          'group-mixed',
          'group-full',
          'guardian-apart',
        ],
      },
      async act({ applicant, fields }) {
        const entered = await services.enterGroupCode({ applicant, fields });
        return entered.ok ? { ok: true, value: { goTo: { page: 'status', query: '' } } } : entered;
      },
    }),
  );

  app.post(
    '/api/group/leave',
    write(parts, {
      page: 'group/leave',
      who: 'applicant',
      describes: {
        summary: 'Leave the group with all who came along, back to the own registration.',
        fields: {},
        answer: {},
        problems: ['not-found', ...changing, 'group-needs-adult'],
      },
      async act({ applicant }) {
        const left = await services.leaveGroup({ applicant });
        return left.ok ? { ok: true, value: { goTo: { page: 'status', query: '' } } } : left;
      },
    }),
  );
}
