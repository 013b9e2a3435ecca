import { ListenBar, type ListenState } from './listen-bar.tsx';

const words = {
  start: 'Listen to this page',
  beginning: 'Starting…',
  pause: 'Pause',
  resume: 'Go on listening',
  stop: 'Stop',
  voice: 'The voice of your phone reads this page.',
  ourVoice: 'A computer voice from us reads this page.',
  failed: 'Your phone cannot read this page aloud now.',
  ourFailed: 'Our voice cannot read this page now.',
};

const inState = (state: ListenState) => (
  <ListenBar state={state} reader="ours" words={words} press={() => undefined} stop={() => undefined} />
);

export const examples = {
  silent: inState('silent'),
  beginning: inState('beginning'),
  reading: inState('reading'),
  paused: inState('paused'),
  failed: inState('failed'),
};
