import { describedBy, type FieldTexts, fieldClass, HintAndProblem, inDirection } from '../field/described.tsx';
import fieldStyles from '../field/field.module.css';
import { EarlyEdit } from './early-edit.tsx';
import styles from './text-area.module.css';

type Props = FieldTexts & { readonly name: string; readonly value?: string | undefined; readonly rows?: number };

/** Several lines of text. No `maxLength`: the browser would cut what was pasted without a word. */
export function TextArea({ name, label, hint, problem, value, rows = 5 }: Props) {
  return (
    <div className={fieldClass(problem)}>
      <label htmlFor={name} className={fieldStyles.label}>
        {label}
      </label>
      <HintAndProblem id={name} hint={hint} problem={problem} />
      <EarlyEdit id={name} />
      <textarea
        {...describedBy(name, { label, hint, problem })}
        id={name}
        name={name}
        rows={rows}
        // As the text that is typed has it, which may be in another language than the page.
        {...inDirection('auto')}
        defaultValue={value}
        className={`${fieldStyles.input ?? ''} ${styles.area ?? ''}`}
      />
    </div>
  );
}
