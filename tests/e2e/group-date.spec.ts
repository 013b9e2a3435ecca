import { expect } from '@playwright/test';
import { test } from '../support/browser.ts';
import { detourLocales, personOf as madeUp } from '../support/people.ts';
import { Visitor } from '../support/visitor.ts';

const partner = { name: 'Alex', relationship: 'partner', birth: ['2', '4', '1988'] } as const;
const daughter = { name: 'Lia', relationship: 'child', birth: ['1', '6', '2015'] } as const;

for (const locale of detourLocales) {
  test(`an adult who comes later moves the group's date, a child does not, and it is back when she goes (${locale})`, async ({
    start,
    server,
    personOf,
  }) => {
    const self = madeUp(locale);
    const before = await Visitor.at(server.address, locale);
    await before.register(self);
    await server.kill('SIGTERM');
    await start({ folder: server.folder, port: server.port, clock: '2027-03-13T15:00:00-05:00' });

    const quick = await Visitor.at(server.address, locale);
    await quick.signIn(self.email);
    const child = await quick.addMember({ ...daughter, guardian: await quick.ownId() });
    const adult = await quick.addMember(partner);
    const person = personOf(locale);
    const main = person.page.getByRole('main');
    await person.signIn(self.email);
    await person.seeState('standing.registered.title', 'status-registered');

    await person.open(`register/person?person=${child}`);
    await person.seeHeading('group.person.title', 'group-person-child');
    await expect(main).toContainText(dated(person.say('group.admit.minor', { day: '10' })));
    await person.press('group.admit.button');
    await person.seeHeading('group.title', 'group-registered-two');
    await expect(main).toContainText(dated(person.say('group.date', { day: '10' })));

    await person.open(`register/person?person=${adult}`);
    await person.seeHeading('group.person.title', 'group-person-adult');
    await expect(main).toContainText(dated(person.say('group.admit.adult', { today: '13', day: '10' })));
    await person.press('group.admit.button');
    await person.seeHeading('group.title', 'group-registered-three');
    await expect(main).toContainText(dated(person.say('group.date', { day: '13' })));

    await person.open(`register/person?person=${adult}`);
    await person.press('group.remove.button');
    await person.seeHeading('group.title', 'group-registered-two');
    await expect(main).toContainText(dated(person.say('group.date', { day: '10' })));
  });
}

/** The sentence with the two days of March written as each language writes them. */
function dated(sentence: string): RegExp {
  const literal = sentence.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  return new RegExp(literal.replaceAll(/1[03]/g, String.raw`[^:]*?\b$&\b[^:]*?`));
}
