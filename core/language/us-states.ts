/** Where an address in the United States can be: states, the District of Columbia and inhabited territories (USPS). */
export const usStateCodes: readonly string[] = `
  AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI
  SC SD TN TX UT VT VA WA WV WI WY
  AS GU MP PR VI
`
  .trim()
  .split(/\s+/);

export function isUsState(text: string): boolean {
  return usStateCodes.includes(text);
}
