import { createElement } from 'react';
import { escaped } from '../escaped.ts';
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
      {createElement('select', {
        ...describedBy(name, { label, hint, problem }),
        id: name,
        name,
        autoComplete,
        className: styles.select,
        // As one text: as elements two lists of countries are 3.3 KB more of a page's data, packed.
        dangerouslySetInnerHTML: { __html: optionsHtml([{ value: '', label: empty }, ...options], value ?? '') },
      })}
    </div>
  );
}

export function optionsHtml(options: readonly Option[], chosen: string): string {
  const marks = (value: string) => `value="${escaped(value)}"${value === chosen ? ' selected=""' : ''}`;
  return options.map(({ value, label }) => `<option ${marks(value)}>${escaped(label)}</option>`).join('');
}
