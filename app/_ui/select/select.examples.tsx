import { Select } from './select.tsx';

const texts = { name: 'port1', label: 'First choice', empty: 'Choose one' };
const options = [
  { value: 'laredo', label: 'Laredo, Texas' },
  { value: 'nogales', label: 'Nogales (Dennis DeConcini), Arizona' },
];

export const examples = {
  empty: <Select {...texts} options={options} />,
  chosen: <Select {...texts} name="port2" options={options} value="nogales" />,
  withProblem: (
    <Select {...texts} name="port3" options={options} problem="This is not in the list. Choose one from the list." />
  ),
};
