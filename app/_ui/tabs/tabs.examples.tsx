import { Tabs } from './tabs.tsx';

export const examples = {
  plain: (
    <Tabs
      label="Staff pages"
      tabs={[
        { href: '/en/staff', text: 'Home', isCurrent: true },
        { href: '/en/staff/draw', text: 'Draw', isCurrent: false },
      ]}
    />
  ),
};
