import { vapidKeys } from '#server/notify/vapid.ts';
import { test as base } from './browser.ts';
import { type RunningPushService, startPushService } from './push-service.ts';
import { type RunningSmtp, startSmtpServer } from './smtp-server.ts';

const keys = vapidKeys(new Uint8Array(32).fill(7));

/** For a server that sends mail and push messages to services that answer as theirs do. */
export const test = base.extend<{ readonly smtp: RunningSmtp; readonly push: RunningPushService }>({
  smtp: async ({}, use) => {
    const smtp = await startSmtpServer();
    await use(smtp);
    await smtp.stop();
  },
  push: async ({}, use) => {
    const push = await startPushService(keys.publicKey);
    await use(push);
    await push.stop();
  },
  server: async ({ start, smtp, push }, use) => {
    const environment = {
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Puente <notices@puente.example>',
      VAPID_PRIVATE_KEY: keys.privateKey,
      PUSH_SERVICES: push.origin,
    };
    await use(await start({ environment }));
  },
});
