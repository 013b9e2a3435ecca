import type { PoolServices } from '../services/pool.ts';
import { cancelAppointment, markMissed, sayMissed } from '../use-cases/appointment-acts.ts';
import { drawLine } from '../use-cases/draw-line.ts';
import { moveSlot } from '../use-cases/move-slot.ts';
import { standingRequest, stillWaiting } from '../use-cases/standing-request.ts';
import { movedFrom, timeline } from '../use-cases/timeline.ts';
import type { Tools } from '../use-cases/tools.ts';
import { withdraw } from '../use-cases/withdraw.ts';

/** Second chances, with their tools in hand. */
export function bindPool(tools: Tools): PoolServices {
  return {
    standingRequest: (accountId) => standingRequest(tools, accountId),
    stillWaiting: (input) => stillWaiting(tools, input),
    cancelAppointment: (input) => cancelAppointment(tools, input),
    sayMissed: (input) => sayMissed(tools, input),
    movedFrom: (accountId) => movedFrom(tools, accountId),
    timeline: (accountId) => timeline(tools, accountId),
    drawLine: (accountId) => drawLine(tools, accountId),
    markMissed: (input) => markMissed(tools, input),
    moveSlot: (input) => moveSlot(tools, input),
    withdraw: (input) => withdraw(tools, input),
  };
}
