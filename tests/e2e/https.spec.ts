import { takenCookie, whoseCookie } from '#server/http/cookies.ts';
import { expect, test } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { personOf as madeUp } from '../support/people.ts';
import { Person } from '../support/person.ts';
import { startTlsProxy } from '../support/tls-proxy.ts';

test.use({ ignoreHTTPSErrors: true });

/** They open nothing: whose a phone is, and which of its forms were taken. */
const forScripts = [whoseCookie, takenCookie];

test('behind a proxy with TLS she signs in and answers, and her cookies are for https and this host alone', async ({
  start,
  page,
  context,
}) => {
  const [inside, outside] = [await freePort(), await freePort()];
  const proxy = await startTlsProxy(outside, inside);
  try {
    const server = await start({ port: inside, environment: { PUBLIC_URL: proxy.address } });
    expect(server.printed()).not.toContain('Insecure: plain http');
    const person = new Person(page, { locale: 'es', address: proxy.address });
    const self = madeUp('es');

    const before = await context.cookies();
    await person.signIn(self.email);
    await person.seeHeading('register.language.title', 'register-language');
    await person.choose('register.language.label', self.primaryLanguage);
    await person.press('common.continue');
    await person.skipQuestions();
    await person.seeHeading('register.name.title', 'register-name');
    // Refused, and shown again with what she typed: the session's outcome finds its way through the proxy.
    await person.write('register.name.givenNames', self.givenNames);
    await person.press('common.continue');
    await expect(person.problem()).toBeVisible();
    await expect(person.field('register.name.givenNames')).toHaveValue(self.givenNames);

    expect(before).toEqual([]);
    const cookies = (await context.cookies()).filter(({ name }) => name.includes('puente'));
    expect(cookies.map(({ name }) => name)).toContain('__Host-puente_session');
    expect(cookies.map(({ name }) => name)).not.toContain('puente_session');
    for (const cookie of cookies) {
      const httpOnly = !forScripts.includes(cookie.name);
      expect(cookie, cookie.name).toMatchObject({ secure: true, httpOnly, sameSite: 'Lax', path: '/' });
      expect(cookie.domain, cookie.name).toBe('localhost');
    }
    const answer = await page.request.get(`${proxy.address}/es`);
    expect(answer.headers()['strict-transport-security']).toMatch(/^max-age=\d+/);
  } finally {
    await proxy.stop();
  }
});
