import type { ComponentProps } from 'react';
import { describedBy, type FieldTexts, fieldClass, HintAndProblem, inDirection } from './described.tsx';
import styles from './field.module.css';

type Props = FieldTexts & {
  readonly name: string;
  readonly value?: string | undefined;
} & Pick<
    ComponentProps<'input'>,
    'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'lang' | 'dir' | 'autoCapitalize' | 'spellCheck'
  >;

/** One line of text. Its id is its name, so that the error summary can lead to it. */
export function Field({ name, label, hint, problem, value, type = 'text', dir, ...rest }: Props) {
  return (
    <div className={fieldClass(problem)}>
      <label htmlFor={name} className={styles.label}>
        {label}
      </label>
      <HintAndProblem id={name} hint={hint} problem={problem} />
      <input
        {...rest}
        {...describedBy(name, { label, hint, problem })}
        {...inDirection(dir)}
        id={name}
        name={name}
        type={type}
        defaultValue={value}
        className={styles.input}
      />
    </div>
  );
}
