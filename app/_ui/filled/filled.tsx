import { Fragment, type ReactNode } from 'react';

type Props = {
  /** A message of the catalogs that was given its own marks: `t('email.to', { email: '{email}' })`. */
  readonly text: string;
  readonly parts: Readonly<Record<string, ReactNode>>;
};

/** A sentence with parts in it that are no words of its language, such as an address: `{email}` becomes its node. */
export function Filled({ text, parts }: Props) {
  // Every second piece is the name of a part.
  return text
    .split(/\{(\w+)\}/)
    .map((piece, index) => (index % 2 === 0 ? piece : <Fragment key={piece}>{parts[piece]}</Fragment>));
}
