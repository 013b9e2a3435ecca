import type { ConfirmationServices } from '../services/confirmation.ts';
import { confirmation } from '../use-cases/confirmation.ts';
import type { Tools } from '../use-cases/tools.ts';

export function bindConfirmation(tools: Tools): ConfirmationServices {
  return { confirmation: (accountId) => confirmation(tools, accountId) };
}
