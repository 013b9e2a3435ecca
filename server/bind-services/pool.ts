import type { PoolServices } from '../services/pool.ts';
import { standingRequest, stillWaiting } from '../use-cases/standing-request.ts';
import type { Tools } from '../use-cases/tools.ts';
import { withdraw } from '../use-cases/withdraw.ts';

/** Second chances, with their tools in hand. */
export function bindPool(tools: Tools): PoolServices {
  return {
    standingRequest: (accountId) => standingRequest(tools, accountId),
    stillWaiting: (input) => stillWaiting(tools, input),
    withdraw: (input) => withdraw(tools, input),
  };
}
