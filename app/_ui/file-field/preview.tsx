'use client';

import { whileHere } from '../state/while-here.ts';
import { startPreview } from './start-preview.ts';

const ref = whileHere(startPreview);

type Props = { readonly input: string; readonly alt: string; readonly className: string };

/** Shows the picture picked in the file input of that id. It never leaves the phone before the form is sent. */
export function Preview({ input, alt, className }: Props) {
  return <img hidden ref={ref} alt={alt} className={className} data-preview={input} />;
}
