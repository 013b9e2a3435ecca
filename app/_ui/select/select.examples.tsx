import { Select } from './select.tsx';

const texts = { name: 'port1', label: 'First choice', empty: 'Choose one' };
const options = [
  { value: 'laredo', label: 'Laredo, Texas' },
  { value: 'nogales', label: 'Nogales, Arizona' },
];

export const examples = {
  empty: <Select {...texts} options={options} />,
  chosen: <Select {...texts} options={options} value="nogales" />,
  withProblem: <Select {...texts} options={options} problem="Choose one from the list." />,
};
