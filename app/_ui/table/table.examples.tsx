import { Button } from '../button/button.tsx';
import { Table } from './table.tsx';

export const examples = {
  plain: (
    <Table
      id="day"
      caption="Laredo, Texas"
      head={[{ title: 'Time' }, { title: 'Name' }, { title: 'Act', isBare: true }]}
      rows={[
        { key: '1', cells: ['9:00 AM', 'Marie Désir', ''] },
        {
          key: '2',
          cells: [
            '9:30 AM',
            'Ana López',
            <Button key="act" look="second">
              Did not come
            </Button>,
          ],
        },
      ]}
    />
  ),
};
