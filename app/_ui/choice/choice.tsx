import type { ReactNode } from 'react';
import { describedBy, type FieldTexts, fieldClass, HintAndProblem } from '../field/described.tsx';
import fieldStyles from '../field/field.module.css';
import styles from './choice.module.css';

type ChoiceProps = FieldTexts & {
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[];
  readonly value?: string | undefined;
};

/** One of a few. The first option bears the name as its id, so that the error summary leads there. */
export function Choice({ name, label, hint, problem, options, value }: ChoiceProps) {
  return (
    <fieldset className={fieldClass(problem)} {...describedBy(name, { label, hint, problem })} aria-invalid={undefined}>
      <legend className={fieldStyles.label}>{label}</legend>
      <HintAndProblem id={name} hint={hint} problem={problem} />
      <div className={styles.options}>
        {options.map((option, position) => (
          <label key={option.value} className={styles.option}>
            <input
              id={position === 0 ? name : `${name}-${option.value}`}
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
              aria-invalid={problem ? true : undefined}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type ChoicesProps = FieldTexts & {
  /** Where a problem is one of them all; else the summary of errors leads to the first. */
  readonly id?: string;
  /** Each a field of its own. */
  readonly options: readonly { readonly name: string; readonly label: string; readonly isChecked: boolean }[];
};

/** Any of a few. */
export function Choices({ id: whole, label, hint, problem, options }: ChoicesProps) {
  const id = whole ?? options[0]?.name ?? '';
  return (
    <fieldset
      {...(whole === undefined ? {} : { id: whole, tabIndex: -1 })}
      className={fieldClass(problem)}
      {...describedBy(id, { label, hint, problem })}
      aria-invalid={undefined}
    >
      <legend className={fieldStyles.label}>{label}</legend>
      <HintAndProblem id={id} hint={hint} problem={problem} />
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.name} className={styles.option}>
            <input
              id={option.name}
              type="checkbox"
              name={option.name}
              value="yes"
              defaultChecked={option.isChecked}
              aria-invalid={problem ? true : undefined}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One box to check. */
export function CheckBox({
  name,
  label,
  hint,
  problem,
  value,
  isChecked = false,
}: FieldTexts & { readonly name: string; readonly value: string; readonly isChecked?: boolean }) {
  return (
    <div className={fieldClass(problem)}>
      <HintAndProblem id={name} hint={hint} problem={problem} />
      <label className={styles.option}>
        <input
          {...describedBy(name, { label, hint, problem })}
          id={name}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={isChecked}
        />
        <span>{label}</span>
      </label>
    </div>
  );
}
