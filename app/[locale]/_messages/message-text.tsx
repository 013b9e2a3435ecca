import { Fragment } from 'react';
import { Address } from '#app/_ui/address/address.tsx';
import { dirOf, isLocale } from '#core/language/locales.ts';
import type { MailView } from '#server/services/messages.ts';

function Linked({ address }: { readonly address: string }) {
  return (
    <a href={address}>
      <Address>{address}</Address>
    </a>
  );
}

/** A message as its reader sees it, in its own language and direction; addresses can be followed. It has codes. */
export function MessageText({ mail }: { readonly mail: MailView }) {
  const { locale, subject, text } = mail;
  const own = { lang: locale, dir: isLocale(locale) ? dirOf(locale) : 'auto' } as const;
  return (
    <>
      <h2 {...own}>{subject}</h2>
      {text.split('\n\n').map((paragraph) => (
        <p key={paragraph} {...own} data-silent>
          {paragraph.split('\n').map((line, index) => (
            <Fragment key={line}>
              {index > 0 ? <br /> : null}
              {/^https?:\/\/\S+$/.test(line) ? <Linked address={line} /> : line}
            </Fragment>
          ))}
        </p>
      ))}
    </>
  );
}
