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
const notADate = 'This day does not exist.';

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
      problem="This is still empty."
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
      parts={{
        day: { label: 'Day', value: '30', problem: notADate },
        month: { label: 'Month', value: '2', problem: undefined },
        year: { label: 'Year', value: '1990', problem: undefined },
      }}
    />
  ),
};
