import { Table } from './table.tsx';

export const examples = {
  plain: (
    <Table
      id="day"
      caption="Laredo, Texas"
      head={['Time', 'Name']}
      rows={[{ key: '1', cells: ['9:00 AM', 'Marie Désir'] }]}
    />
  ),
};
