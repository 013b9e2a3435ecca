import { describedBy, fieldClass, HintAndProblem } from '../field/described.tsx';
import fieldStyles from '../field/field.module.css';
import selectStyles from '../select/select.module.css';
import type { Option } from '../select/select.tsx';
import styles from './date-field.module.css';

type Part = 'day' | 'month' | 'year';

type Props = {
  /** The parts are named `<name>Day`, `<name>Month` and `<name>Year`. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** Of the whole date; the parts have their own. */
  readonly problem?: string | undefined;
  readonly parts: Readonly<
    Record<Part, { readonly label: string; readonly value: string | undefined; readonly problem: string | undefined }>
  >;
  readonly months: readonly Option[];
  readonly emptyMonth: string;
  /** Her own, which the browser may know. */
  readonly isBirthday?: boolean;
};

/** A date in three fields: calendars that pop up are no help for a year of birth. The month is a word, not a number. */
export function DateField({ name, label, hint, problem: whole, parts, months, emptyMonth, isBirthday = true }: Props) {
  const sentences = [...new Set([whole, parts.day.problem, parts.month.problem, parts.year.problem])].filter(Boolean);
  const problem = sentences.length > 0 ? sentences.join(' ') : undefined;
  const fill = (part: Part) => (isBirthday ? `bday-${part}` : 'off');
  const part = (which: Part) => ({ ...parts[which], problem: whole ?? parts[which].problem });
  const described = describedBy(name, { label, hint, problem });
  return (
    // The summary of errors leads here where all of it is missing.
    <fieldset id={name} tabIndex={-1} className={fieldClass(problem)} aria-describedby={described['aria-describedby']}>
      <legend className={fieldStyles.label}>{label}</legend>
      <HintAndProblem id={name} hint={hint} problem={problem} />
      <div className={styles.parts}>
        <NumberPart name={`${name}Day`} digits={2} autoComplete={fill('day')} {...part('day')} />
        <div className={styles.part}>
          <label htmlFor={`${name}Month`}>{parts.month.label}</label>
          <select
            id={`${name}Month`}
            name={`${name}Month`}
            defaultValue={parts.month.value ?? ''}
            autoComplete={fill('month')}
            aria-invalid={part('month').problem ? true : undefined}
            className={selectStyles.select}
          >
            <option value="">{emptyMonth}</option>
            {months.map((month) => (
              <option key={month.value} value={month.value}>
                {month.label}
              </option>
            ))}
          </select>
        </div>
        <NumberPart name={`${name}Year`} digits={4} autoComplete={fill('year')} {...part('year')} />
      </div>
    </fieldset>
  );
}

type NumberPartProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly digits: number;
  readonly problem: string | undefined;
  readonly autoComplete: string;
};

function NumberPart({ name, label, value, digits, problem, autoComplete }: NumberPartProps) {
  return (
    <div className={styles.part}>
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="text"
        inputMode="numeric"
        maxLength={digits}
        defaultValue={value}
        autoComplete={autoComplete}
        aria-invalid={problem ? true : undefined}
        className={fieldStyles.input}
      />
    </div>
  );
}
