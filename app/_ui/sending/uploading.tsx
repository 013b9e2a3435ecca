'use client';

import { when } from '../state/state.ts';
import { whileHere } from '../state/while-here.ts';
import { startUploading, type UploadingState } from './start-uploading.ts';

const ref = whileHere(startUploading);

/** A form with a photo goes the plain way; this says that it takes a while, and stops it where there is no line. */
export function Uploading({ words }: { readonly words: Readonly<Record<UploadingState, string>> }) {
  return (
    <p ref={ref} role="status" data-uploading="">
      <span {...when(['sending'], 'idle')}>{words.sending}</span>
      <span {...when(['offline'], 'idle')}>{words.offline}</span>
    </p>
  );
}
