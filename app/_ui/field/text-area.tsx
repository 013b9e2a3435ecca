import { describedBy, type FieldTexts, fieldClass, HintAndProblem } from './described.tsx';
import styles from './field.module.css';

type Props = FieldTexts & { readonly name: string; readonly value?: string | undefined; readonly rows?: number };

/** Some lines of text, in any script: each line runs the way that its letters do. */
export function TextArea({ name, label, hint, problem, value, rows = 4 }: Props) {
  return (
    <div className={fieldClass(problem)}>
      <label htmlFor={name} className={styles.label}>
        {label}
      </label>
      <HintAndProblem id={name} hint={hint} problem={problem} />
      <textarea
        {...describedBy(name, { label, hint, problem })}
        id={name}
        name={name}
        rows={rows}
        dir="auto"
        defaultValue={value}
        className={styles.input}
      />
    </div>
  );
}
