import { DateField } from './date-field.tsx';

const texts = {
  name: 'birth',
  label: 'Date of birth',
  hint: 'For example: March 27, 1990',
  emptyMonth: 'Choose one',
  months: [
    { value: '1', label: 'January' },
    { value: '2', label: 'February' },
  ],
};
const notADate = 'This day does not exist. Check the day, the month and the year.';

export const examples = {
  empty: (
    <DateField
      {...texts}
      parts={{
        day: { label: 'Day', value: undefined, problem: undefined },
        month: { label: 'Month', value: undefined, problem: undefined },
        year: { label: 'Year', value: undefined, problem: undefined },
      }}
    />
  ),
  missing: (
    <DateField
      {...texts}
      name="missing"
      problem="This is still empty. Give an answer."
      parts={{
        day: { label: 'Day', value: undefined, problem: undefined },
        month: { label: 'Month', value: undefined, problem: undefined },
        year: { label: 'Year', value: undefined, problem: undefined },
      }}
    />
  ),
  withProblem: (
    <DateField
      {...texts}
      name="wrong"
      parts={{
        day: { label: 'Day', value: '30', problem: notADate },
        month: { label: 'Month', value: '2', problem: undefined },
        year: { label: 'Year', value: '1990', problem: undefined },
      }}
    />
  ),
};
