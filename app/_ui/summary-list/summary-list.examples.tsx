import { SummaryList } from './summary-list.tsx';

export const examples = {
  plain: <SummaryList rows={[{ term: 'Port', value: 'Laredo, Texas' }]} />,
  withChange: (
    <SummaryList
      rows={[
        {
          term: 'Name',
          value: 'Marie Désir',
          change: { href: '/en/register/name?change', text: 'Change', spoken: 'Change' },
        },
      ]}
    />
  ),
};
