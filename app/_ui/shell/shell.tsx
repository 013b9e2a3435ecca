import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { NewVersion } from '#app/_pwa/line/new-version.tsx';
import type { Locale } from '#core/language/locales.ts';
import { LanguageMenu } from '../language-menu/language-menu.tsx';
import { Listen } from '../listen/listen.tsx';
import { QuickExit } from '../quick-exit/quick-exit.tsx';
import { WaitingStrip } from '../waiting/waiting-strip.tsx';
import { Mark } from './mark.tsx';
import styles from './shell.module.css';

/** The mode that the pages are built for: prerendered pages are the same for everybody, so they can't ask the server. */
export const isDemonstration = process.env['PUENTE_MODE'] !== 'production';

type Props = {
  readonly locale: Locale;
  /** The page's path without its locale, with its query where it has one. */
  readonly page: string;
  /** What a report of wrong words here names as the page, where that isn't `page`. */
  readonly reported?: string;
  /** True where the page has the form `page-form`: the language menu then sends it along. */
  readonly isForm?: boolean;
  readonly isSignedIn?: boolean;
  /** Tables of staff need more room than a phone has. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

/** What is around every page: language, the way home, and that it is free and no government's. */
export async function Shell({
  locale,
  page,
  reported,
  isForm = false,
  isSignedIn = false,
  isWide = false,
  children,
}: Props) {
  const [t, tReport, tExit, tPhone, tWaiting] = await Promise.all([
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'textReport' }),
    getTranslations({ locale, namespace: 'exit' }),
    getTranslations({ locale, namespace: 'phone' }),
    getTranslations({ locale, namespace: 'waiting' }),
  ]);
  return (
    <div className={isWide ? styles.wide : undefined}>
      <a href="#main" className={styles.skip}>
        {t('skip')}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <a href={`/${locale}`} className={styles.home} aria-label={t('home')}>
            <Mark />
            <span>{t('name')}</span>
          </a>
          <Listen
            words={{
              start: t('listen.start'),
              beginning: t('listen.beginning'),
              pause: t('listen.pause'),
              resume: t('listen.resume'),
              stop: t('listen.stop'),
              voice: t('listen.voice'),
              ourVoice: t('listen.ourVoice'),
              failed: t('listen.failed'),
              ourFailed: t('listen.ourFailed'),
            }}
          />
          <LanguageMenu locale={locale} page={page} isForm={isForm} label={t('language.label')} />
        </div>
        {isWide ? null : (
          <div className={styles.exit}>
            <QuickExit text={tExit('button')} />
          </div>
        )}
        {isWide ? null : (
          <WaitingStrip href={`/${locale}/waiting`} text={tWaiting('strip', { countText: '{countText}' })} />
        )}
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <footer className={styles.footer}>
        <div className={styles.foot}>
          <NewVersion locale={locale} />
          <p className={styles.strong}>{t('footer.free')}</p>
          {isDemonstration ? (
            <>
              <p>{t('footer.government')}</p>
              <p>{t('footer.demonstration')}</p>
            </>
          ) : null}
          <nav aria-label={t('menu.label')}>
            <ul className={styles.links}>
              <FootLink href={`/${locale}/status`} text={t('menu.status')} />
              <FootLink href={`/${locale}/help`} text={t('menu.help')} />
              <FootLink href={`/${locale}/terms`} text={t('menu.terms')} />
              <FootLink href={`/${locale}/privacy`} text={t('menu.privacy')} />
              <FootLink href={`/${locale}/accessibility`} text={t('menu.accessibility')} />
              {isWide ? null : <FootLink href={`/${locale}/phone`} text={tPhone('title')} />}
              {isSignedIn && !isWide ? <FootLink href={`/${locale}/account`} text={t('menu.account')} /> : null}
              <FootLink href={`/${locale}/is-it-from-us`} text={t('menu.fromUs')} />
              {isSignedIn ? (
                <li>
                  <form method="post" action="/api/sign-out">
                    <input type="hidden" name="locale" value={locale} />
                    <button type="submit" className={styles.out}>
                      {t('menu.signOut')}
                    </button>
                  </form>
                </li>
              ) : null}
            </ul>
          </nav>
          {isSignedIn && !isWide ? <p className={styles.stays}>{tExit('stays')}</p> : null}
          <a href={`/${locale}/report-text?${reportQuery(reported ?? page)}`} className={styles.words}>
            {tReport('title')}
          </a>
        </div>
      </footer>
    </div>
  );
}

/** Without the page's query, which may name a person or hold a code. */
function reportQuery(page: string): string {
  const [path = ''] = page.split('?');
  return new URLSearchParams({ screen: path === '' ? 'start' : path }).toString();
}

function FootLink({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <li>
      <a href={href}>{text}</a>
    </li>
  );
}
