import type { MadeUpPerson } from './people.ts';
import type { Person } from './person.ts';
import { Visitor } from './visitor.ts';

/**
 * She registered before the test begins, which is about what comes after: by HTTP, a tenth of the time that its screens
 * take, which are walked in `chosen.spec.ts`. Her phone stands at the choice of ports.
 */
export async function comeRegistered(person: Person, self: MadeUpPerson): Promise<void> {
  const visitor = await Visitor.at(person.address, person.locale);
  await visitor.register(self);
  await visitor.leave();
  await person.comeIn(self.email);
  await person.open('ask/ports');
}
