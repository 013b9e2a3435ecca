import { photoField, type Visitor } from './visitor.ts';

/** A child in the group of one who is signed in, whose photo was refused three times. Gives the child's id. */
export async function missPhotoOfChild(head: Visitor): Promise<string> {
  const child = await head.addMember({
    name: 'Lia',
    relationship: 'child',
    birth: ['1', '6', '2015'],
    guardian: await head.ownId(),
    isWithoutPhoto: true,
  });
  const refused = { photo: await photoField(), sandboxWish: 'miss' };
  for (let time = 0; time < 3; time += 1) {
    await head.form('/api/registration/photo', `register/photo?person=${child}`, refused);
  }
  return child;
}
