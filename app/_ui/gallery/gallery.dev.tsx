'use client';

import type { Locale } from '#core/language/locales.ts';
import shell from '../shell/shell.module.css';
import { Tabs } from '../tabs/tabs.tsx';
import { allExamples } from './all-examples.ts';
import styles from './gallery.module.css';
import { inWords, type Words } from './in-words.ts';
import { type SchemeName, schemes } from './schemes.ts';

/** Undefined: as the phone has it. */
export type Switches = {
  readonly locale: Locale;
  readonly scheme?: SchemeName | undefined;
  readonly size?: '200' | undefined;
};

type Props = { readonly switches: Switches; readonly locales: readonly Locale[]; readonly words: Words };

/** Every component in every state: for developers, in English but for the examples themselves. */
export function Gallery({ switches, locales, words }: Props) {
  const tab = (text: string, wish: Partial<Switches>) => {
    const href = addressOf({ ...switches, ...wish });
    return { href, text, isCurrent: href === addressOf(switches) };
  };
  const components = Object.keys(allExamples);
  return (
    <main id="main" className={shell.main}>
      <div lang="en" dir="ltr" className={styles.component}>
        <h1>Components</h1>
        <Tabs label="Language" tabs={locales.map((locale) => tab(locale, { locale }))} />
        <Tabs
          label="Colours"
          tabs={[
            tab('as the phone', { scheme: undefined }),
            ...Object.keys(schemes).map((scheme) => tab(scheme, { scheme: scheme as SchemeName })),
          ]}
        />
        <Tabs label="Size of text" tabs={[tab('100 %', { size: undefined }), tab('200 %', { size: '200' })]} />
        <Tabs
          label="Components"
          tabs={components.map((component) => ({ href: `#${component}`, text: component, isCurrent: false }))}
        />
      </div>
      {Object.entries(allExamples).map(([component, examples]) => (
        <section key={component} id={component} aria-labelledby={`${component}-title`} className={styles.component}>
          <h2 id={`${component}-title`} lang="en" dir="ltr">
            {component}
          </h2>
          {Object.entries(examples).map(([name, example]) => (
            <div key={name} id={`${component}.${name}`}>
              <p lang="en" dir="ltr" className={styles.name}>
                {name}
              </p>
              {inWords(example, words)}
            </div>
          ))}
        </section>
      ))}
    </main>
  );
}

function addressOf({ locale, scheme, size }: Switches): string {
  const query = new URLSearchParams({ ...(scheme ? { scheme } : {}), ...(size ? { size } : {}) }).toString();
  return `/${locale}/_gallery${query === '' ? '' : `?${query}`}`;
}
