'use client';

import { useEffect, useState } from 'react';
import { hasPlaceButton, isPlaceGood, pressPlaceButton } from './place-first.ts';

type Props = { readonly form: string; readonly words: { readonly sending: string; readonly offline: string } };

/** A form with a photo goes the plain way; this says that it takes a while, and stops it where there is no line. */
export function Uploading({ form, words }: Props) {
  const [text, setText] = useState('');
  useEffect(() => {
    const element = document.getElementById(form);
    if (!(element instanceof HTMLFormElement)) return undefined;
    const submit = (event: SubmitEvent) => {
      if (event.submitter?.hasAttribute('formaction')) return;
      if (!navigator.onLine) {
        event.preventDefault();
        setText(words.offline);
      } else if (hasPlaceButton() && !isPlaceGood(element)) {
        event.preventDefault();
        pressPlaceButton();
      } else setText(words.sending);
    };
    element.addEventListener('submit', submit);
    return () => element.removeEventListener('submit', submit);
  }, [form, words]);
  return <p role="status">{text}</p>;
}
