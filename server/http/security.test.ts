import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, scriptHashes, securityHeaders } from './security.ts';

describe('scriptHashes', () => {
  test('only of scripts that stand in the page, each once', () => {
    const html = `<script src="/a.js" async=""></script><script>alert(1)</script>
      <script id="x" nonce="y">alert(1)</script><SCRIPT type="module">alert(2)\n</SCRIPT>`;
    expect(scriptHashes(html)).toEqual([
      // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
      "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
      expect.stringMatching(/^'sha256-[\w+/]{43}='$/),
    ]);
  });

  test('over the bytes as they go out, other alphabets too', () => {
    expect(scriptHashes('<script>"ñ"</script>')).not.toEqual(scriptHashes('<script>"n"</script>'));
  });
});

test('nothing but the own origin is allowed, and no form is sent elsewhere than to the sign-in', () => {
  const policy = contentSecurityPolicy([], '');
  expect(policy).toContain("default-src 'self'; script-src 'self'; style-src 'self';");
  expect(policy).toContain("; manifest-src 'self'; ");
  expect(policy).toContain("form-action 'self'; frame-ancestors 'none'");
  expect(contentSecurityPolicy([], 'https://idp.example')).toContain("form-action 'self' https://idp.example;");
});

test('a vendor’s check against robots is let in by name, frame and all; nobody else is', () => {
  const policy = contentSecurityPolicy([], '', ['https://hcaptcha.com', 'https://*.hcaptcha.com']);
  for (const kind of ['script-src', 'style-src', 'connect-src'])
    expect(policy).toContain(`; ${kind} 'self' https://hcaptcha.com https://*.hcaptcha.com; `);
  expect(policy).toContain('; frame-src https://hcaptcha.com https://*.hcaptcha.com; ');
  expect(policy).toContain("default-src 'self'; ");
  expect(contentSecurityPolicy([], '')).not.toContain('frame-src');
});

test('only https asks for https from now on', () => {
  expect(securityHeaders({ staysOnHttps: true })).toHaveProperty('Strict-Transport-Security');
  expect(securityHeaders({ staysOnHttps: false })).not.toHaveProperty('Strict-Transport-Security');
});
