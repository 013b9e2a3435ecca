import { test as base, expect } from '../support/browser.ts';
import { loseGuardian } from '../support/lose-guardian.ts';
import { detourLocales, personOf as madeUp } from '../support/people.ts';
import { type RunningSmtp, startSmtpServer } from '../support/smtp-server.ts';
import { Visitor } from '../support/visitor.ts';
import { watched } from '../support/watched.ts';

const test = base.extend<{ readonly smtp: RunningSmtp }>({
  smtp: async ({}, use) => {
    const smtp = await startSmtpServer();
    await use(smtp);
    await smtp.stop();
  },
});

for (const locale of detourLocales) {
  test(`my child’s guardian left the group: I am told, name another, and am asked for again by itself (${locale})`, async ({
    page,
    start,
    smtp,
  }) => {
    const self = madeUp(locale);
    const environment = { SMTP_URL: smtp.url, MAIL_FROM: 'Puente <notices@puente.example>' };
    const server = await start({ environment });
    const [mother, guardian] = [await Visitor.at(server.address, locale), await Visitor.at(server.address, locale)];
    await mother.register(self, 'laredo');
    await guardian.register({ ...self, email: 'guardian@puente.example' }, 'laredo');
    await loseGuardian(mother, guardian);
    const told = smtp.nextTo(self.email);
    const operator = await Visitor.operator(server.address);
    await operator.closeAndDraw();
    await operator.fetch('/api/staff/open', {});

    const person = await watched(page, { address: server.address, locale });
    const main = page.getByRole('main');
    await person.comeIn(self.email);
    await test.step('a message and her status say what is missing, and lead there', async () => {
      expect((await told).subject).toBe(person.say('notice.guardian-apart.subject'));
      await person.open('status');
      await expect(main.getByText(person.say('standing.request.reason.guardian-apart'))).toBeVisible();
      // Asking by hand would be refused for the same reason.
      await expect(main.getByRole('link', { name: person.say('standing.registered.button') })).toHaveCount(0);
      await person.seeHeading('standing.title', 'status-guardian-apart');
      await person.follow('problem.group');
      await expect(main.getByText(person.say('group.missingAdult'))).toBeVisible();
      await person.seeHeading('group.title', 'group-guardian-apart');
      await person.follow('group.go', { name: 'Lia Désir' });
    });

    await test.step('she answers for the child herself', async () => {
      await person.seeHeading('register.guardian.title', 'member-guardian');
      await page.getByRole('radio').first().check();
      await person.press('common.continue');
      await person.open('status');
      await expect(main.getByText(person.say('standing.request.reason.guardian-apart'))).toHaveCount(0);
    });
    await server.kill('SIGTERM');

    // At its start a server does what is due each minute.
    await start({ folder: server.folder, port: server.port, environment, clock: '2027-03-10T16:00:00-05:00' });
    await person.comeIn(self.email);
    await person.open('status');
    await person.seeState('standing.waiting.title', 'status-waiting');
    await expect(main.getByText(person.say('group.people', { count: 2, countText: '2' }))).toBeVisible();
    expect(smtp.mails.filter(({ subject }) => subject === person.say('notice.guardian-apart.subject'))).toHaveLength(1);
  });
}
