import { CheckBox, Choice } from './choice.tsx';

const options = [
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
];

export const examples = {
  empty: <Choice name="sex" label="Sex" options={options} />,
  chosen: <Choice name="sex" label="Sex" hint="As in your document" options={options} value="female" />,
  withProblem: <Choice name="sex" label="Sex" options={options} problem="This is still empty." />,
  box: <CheckBox name="accept" value="yes" label="I have read the terms and I agree" />,
  boxWithProblem: <CheckBox name="accept" value="yes" label="I agree" problem="Check the box." />,
};
