import type { Hono } from 'hono';
import { err } from '#core/result.ts';
import { type Page, personIn, personQuery } from '../pages.ts';
import type { ApiParts } from '../parts.ts';
import { text, uuid } from '../shapes.ts';
import { write } from '../write.ts';

const changing = ['group-frozen', 'group-booked'] as const;

/** On the group's page, until the session's next write: it is stored nowhere else. */
function shownCode(code: string, kind: 'hand-over' | 'join') {
  return { goTo: { page: 'register/group', query: '' } as const, shown: { code, kind }, value: { code } };
}

const pageOf = {
  group: 'register/group',
  confirmation: 'confirmation',
  assisted: 'assisted',
} as const satisfies Record<string, Page>;

/** The people of a group: one more, one who counts from now on, one less. Whose they are, the use cases check. */
export function mountGroup(app: Hono, parts: ApiParts): void {
  const { services } = parts;

  app.post(
    '/api/registration/people',
    write(parts, {
      page: 'register/group',
      who: 'applicant',
      describes: {
        summary: 'Add somebody to the group, about whom the questions are asked next.',
        fields: {},
        answer: { person: text(36) },
        problems: ['registration-incomplete', 'group-full', 'group-frozen'],
      },
      async act({ applicant }) {
        const added = await services.addPerson({ applicant });
        if (!added.ok) return added;
        const { person } = added.value;
        return {
          ok: true,
          value: { goTo: { page: 'register/relationship', query: personQuery(person) }, value: { person } },
        };
      },
    }),
  );

  app.post(
    '/api/registration/people/admit',
    write(parts, {
      page: 'register/person',
      who: 'applicant',
      describes: {
        summary: 'Let somebody who was added after registering count in the group.',
        fields: { person: uuid },
        answer: {},
        problems: [
          'not-found',
          'registration-incomplete',
          ...changing,
          'not-a-newborn',
          'group-full',
          'group-needs-adult',
          'guardian-apart',
        ],
      },
      async act({ applicant, fields, address }) {
        const person = personIn(fields, address);
        if (person === 'nobody' || person === null) return err({ kind: 'not-found' });
        const admitted = await services.admitPerson({ applicant, person });
        if (!admitted.ok) return admitted;
        return { ok: true, value: { goTo: { page: pageOf[admitted.value.next], query: '' } } };
      },
    }),
  );

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

  app.post(
    '/api/registration/people/remove',
    write(parts, {
      page: 'register/person',
      who: 'applicant',
      describes: {
        summary: 'Take somebody out of the group.',
        fields: { person: uuid },
        answer: {},
        problems: ['not-found', ...changing, 'guardian-needed', 'group-needs-adult'],
      },
      async act({ applicant, fields, address }) {
        const person = personIn(fields, address);
        if (person === 'nobody' || person === null) return err({ kind: 'not-found' });
        const removed = await services.removePerson({ applicant, person });
        return removed.ok ? { ok: true, value: { goTo: { page: 'register/group', query: '' } } } : removed;
      },
    }),
  );
}
