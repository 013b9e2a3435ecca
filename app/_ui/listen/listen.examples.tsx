import { ListenBar, type ListenState } from './listen-bar.tsx';

const words = {
  start: 'Listen to this page',
  beginning: 'Starting…',
  pause: 'Pause',
  resume: 'Go on listening',
  stop: 'Stop',
  voice: 'The voice of your phone reads this page.',
  ourVoice: 'A computer voice from us reads this page. It can be hard to understand. It uses your data.',
  failed: 'Your phone cannot read this page aloud now. You can try again.',
  ourFailed: 'Our voice cannot read this page now. Wait a minute, then press again. It goes on from the same place.',
};

const inState = (state: ListenState) => <ListenBar state={state} reader="ours" words={words} />;

export const examples = {
  silent: inState('silent'),
  beginning: inState('beginning'),
  reading: inState('reading'),
  paused: inState('paused'),
  failed: inState('failed'),
};
