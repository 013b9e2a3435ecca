/**
 * Names that nobody on the internet has, so that a stolen key of the authority opens no other site on the phone that
 * trusts it: RFC 6761 (localhost, test), RFC 6762 (local), RFC 8375 (home.arpa), ICANN's internal, and what routers use.
 */
export const ownNames: readonly string[] = ['localhost', 'local', 'home.arpa', 'internal', 'lan', 'test'];

/** Whether the authority may vouch for it: `laptop.local`, not `bank.example`. */
export function isOwnName(name: string): boolean {
  return ownNames.some((own) => name === own || name.endsWith(`.${own}`));
}
