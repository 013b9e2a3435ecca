/** Made-up people of the demonstration; any other e-mail address signs in as a new applicant. */
export const sandboxAccounts = [
  { email: 'maria@puente.example', role: 'applicant' },
  { email: 'operator@puente.example', role: 'operator' },
  { email: 'supervisor@puente.example', role: 'supervisor' },
  { email: 'second-supervisor@puente.example', role: 'supervisor' },
  { email: 'officer@puente.example', role: 'officer' },
] as const;

/** Two made-up people of the studio on a server, since what one translates another one reviews. To the product they are anybody. */
export const sandboxTranslators = [
  { email: 'translator@puente.example', role: 'translator' },
  { email: 'reviewer@puente.example', role: 'translator' },
] as const;
