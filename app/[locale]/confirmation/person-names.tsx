import { nameInFull } from '#core/language/name-in-full.ts';
import type { PersonName } from '#server/services/confirmation.ts';

/** The group's people by name, as in the document, with the name in the own script beside it. Her own group's alone. */
export function PersonNames({ people }: { readonly people: readonly PersonName[] }) {
  return (
    <ol>
      {people.map((person, index) => {
        const name = nameInFull(person.givenNames, person.familyNames);
        const native = nameInFull(person.nativeGivenNames, person.nativeFamilyNames);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people of a family can have the same name
          <li key={index}>
            <bdi>{name}</bdi>
            {native === '' || native === name ? null : (
              <>
                {' ('}
                <bdi>{native}</bdi>
                {')'}
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
