import { awayStatuses } from './table.ts';

export type Line = { readonly kind: 'answered'; readonly response: Response } | { readonly kind: 'none' };

/** `seconds`: how long she waits at most, where the phone has something to show instead. */
export async function byLine(request: Request, seconds?: number): Promise<Line> {
  const asked = fetch(request).then(
    (response): Line => {
      const isAway = request.method === 'GET' && awayStatuses.includes(response.status);
      return isAway ? { kind: 'none' } : { kind: 'answered', response };
    },
    (): Line => ({ kind: 'none' }),
  );
  if (seconds === undefined) return await asked;
  const waited = new Promise<Line>((resolve) => setTimeout(() => resolve({ kind: 'none' }), seconds * 1000));
  return await Promise.race([asked, waited]);
}
