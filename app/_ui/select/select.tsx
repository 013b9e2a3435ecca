import { createElement } from 'react';
import { describedBy, type FieldTexts, fieldClass, HintAndProblem } from '../field/described.tsx';
import fieldStyles from '../field/field.module.css';
import styles from './select.module.css';

export type Option = { readonly value: string; readonly label: string };

type Props = FieldTexts & {
  readonly name: string;
  readonly options: readonly Option[];
  /** Stands for no answer, such as "Choose one". */
  readonly empty: string;
  readonly value?: string | undefined;
  readonly autoComplete?: string;
};

/** A drop-down. The options come sorted by the alphabet of the page's language. */
export function Select({ name, label, hint, problem, options, empty, value, autoComplete }: Props) {
  return (
    <div className={fieldClass(problem)}>
      <label htmlFor={name} className={fieldStyles.label}>
        {label}
      </label>
      <HintAndProblem id={name} hint={hint} problem={problem} />
      {createElement(
        'select',
        {
          ...describedBy(name, { label, hint, problem }),
          id: name,
          name,
          defaultValue: value ?? '',
          autoComplete,
          className: styles.select,
        },
        // One by one, not as an array: its keys would stand in the page's data, 0.8 KB for the countries.
        createElement('option', { value: '' }, empty),
        ...options.map((option) => createElement('option', { value: option.value }, option.label)),
      )}
    </div>
  );
}
