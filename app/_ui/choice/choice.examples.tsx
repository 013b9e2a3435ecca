import { CheckBox, Choice, Choices } from './choice.tsx';

const options = [
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
];

export const examples = {
  empty: <Choice name="sex" label="Sex" options={options} />,
  chosen: (
    <Choice
      name="sex-chosen"
      label="Sex"
      hint="If your document does not say it, choose what is right for you."
      options={options}
      value="female"
    />
  ),
  withProblem: (
    <Choice name="sex-problem" label="Sex" options={options} problem="This is still empty. Give an answer." />
  ),
  some: (
    <Choices
      label="Check all that you need"
      options={[
        { name: 'wheelchair', label: 'A wheelchair', isChecked: true },
        { name: 'interpreter', label: 'Somebody who speaks our language', isChecked: false },
      ]}
    />
  ),
  someWithProblem: (
    <Choices
      label="Check all that you need"
      problem="This is still empty. Give an answer."
      options={[{ name: 'interpreter-problem', label: 'Somebody who speaks our language', isChecked: false }]}
    />
  ),
  someWithOneProblem: (
    <Choices
      id="people"
      label="Who leaves your group?"
      problem="This is still empty. Give an answer."
      options={[{ name: 'person-1', label: 'Marie Désir', isChecked: false }]}
    />
  ),
  box: <CheckBox name="accept" value="yes" label="I have read the terms and I agree" />,
  boxWithProblem: (
    <CheckBox
      name="accept-problem"
      value="yes"
      label="I have read the terms and I agree"
      problem="You can only go on if you agree. Check the box when you have read the text."
    />
  ),
};
