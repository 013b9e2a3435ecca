import { Notice, SandboxNotice } from './notice.tsx';

export const examples = {
  plain: <Notice title="You are registered">You have not asked for a place yet.</Notice>,
  good: <Notice look="good">Your location is fine. You can go on.</Notice>,
  wait: <Notice look="wait">Look at it and confirm it in time.</Notice>,
  sandbox: (
    <SandboxNotice label="Sandbox">Sandbox: there is no real sign-in here. You do not need a password.</SandboxNotice>
  ),
};
