/** Made-up people of the demonstration; any other e-mail address signs in as a new applicant. */
export const sandboxAccounts = [
  { email: 'maria@puente.example', role: 'applicant' },
  { email: 'operator@puente.example', role: 'operator' },
  { email: 'officer@puente.example', role: 'officer' },
] as const;
