import type { ConfirmationServices } from '../services/confirmation.ts';
import { confirmation } from '../use-cases/confirmation.ts';
import { takePaper } from '../use-cases/take-paper.ts';
import type { Tools } from '../use-cases/tools.ts';

export function bindConfirmation(tools: Tools): ConfirmationServices {
  return {
    confirmation: (accountId) => confirmation(tools, accountId),
    takePaper: (input) => takePaper(tools, input),
  };
}
