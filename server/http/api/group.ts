import type { Hono } from 'hono';
import { err } from '#core/result.ts';
import { type Page, personIn, personQuery } from '../pages.ts';
import type { ApiParts } from '../parts.ts';
import { text, uuid } from '../shapes.ts';
import { write } from '../write.ts';

const changing = ['group-frozen', 'group-booked'] as const;

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
