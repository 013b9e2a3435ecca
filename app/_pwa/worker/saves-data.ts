import { worker } from './scope.ts';

/** Her phone asks sites to save data (W3C, Save-Data). */
export function savesData(): boolean {
  const { connection } = worker.navigator as unknown as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
