import { migration } from './migration.ts';

/** A head may stand at any position, in another's group: she is looked up by `people_birth_token` alone. */
export const heads = migration('drop index people_birth');
