import { Notice, SandboxNotice } from './notice.tsx';

export const examples = {
  plain: <Notice title="You are registered">Look here again.</Notice>,
  good: <Notice look="good">Your location is fine.</Notice>,
  wait: <Notice look="wait">Confirm before Friday.</Notice>,
  sandbox: <SandboxNotice label="Sandbox">There is no real sign-in here.</SandboxNotice>,
};
