import type { Challenge } from 'altcha/lib';

/** Where a vendor brings the check along: its script is loaded only once the server has named it. */
export type VendorTask = { readonly vendor: 'hcaptcha'; readonly siteKey: string; readonly scriptUrl: string };
export type SandboxTask = { readonly sandbox: string };
export type RobotTask = Challenge | VendorTask | SandboxTask;

/** Which check this server runs, and what it begins with. The page was built before anybody configured that. */
export async function fetchTask(): Promise<RobotTask> {
  const answer = await fetch('/api/captcha', { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`expected a task, found status ${answer.status}`);
  return (await answer.json()) as RobotTask;
}
