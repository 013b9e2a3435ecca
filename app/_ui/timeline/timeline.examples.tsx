import { Timeline } from './timeline.tsx';

export const examples = {
  two: (
    <Timeline
      items={[
        { key: '2', when: 'Friday, March 12, 2027 at 11:00 AM', what: 'You did not get a place this time' },
        { key: '1', when: 'Wednesday, March 10, 2027 at 3:00 PM', what: 'You are registered' },
      ]}
    />
  ),
};
