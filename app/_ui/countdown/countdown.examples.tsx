import { Countdown } from './countdown.tsx';

const words = {
  left: {
    both: 'Time left: {hours} h {minutes} min',
    hours: 'Time left: {hours} h',
    minutes: 'Time left: {minutes} min',
  },
  over: 'The time to confirm is over.',
};

export const examples = {
  running: <Countdown deadline={82_860_000} now={0} {...words} />,
  over: <Countdown deadline={0} now={1} {...words} />,
};
