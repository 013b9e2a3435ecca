import { CheckBox, Choice, Choices } from './choice.tsx';

const options = [
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
];

export const examples = {
  empty: <Choice name="sex" label="Sex" options={options} />,
  chosen: <Choice name="sex" label="Sex" hint="As in your document" options={options} value="female" />,
  withProblem: <Choice name="sex" label="Sex" options={options} problem="This is still empty." />,
  some: (
    <Choices
      label="Check all that you need"
      options={[
        { name: 'wheelchair', label: 'A wheelchair', isChecked: true },
        { name: 'interpreter', label: 'Somebody who speaks my language', isChecked: false },
      ]}
    />
  ),
  someWithProblem: (
    <Choices
      label="Check all that you need"
      problem="This is still empty."
      options={[{ name: 'wheelchair', label: 'A wheelchair', isChecked: false }]}
    />
  ),
  someWithOneProblem: (
    <Choices
      id="people"
      label="Who leaves your group?"
      problem="This is still empty."
      options={[{ name: 'person-1', label: 'Marie Désir', isChecked: false }]}
    />
  ),
  box: <CheckBox name="accept" value="yes" label="I have read the terms and I agree" />,
  boxWithProblem: <CheckBox name="accept" value="yes" label="I agree" problem="Check the box." />,
};
