import type { ComponentProps } from 'react';
import choiceStyles from '../../_ui/choice/choice.module.css';
import { describedBy, type FieldTexts, fieldClass, HintAndProblem } from '../../_ui/field/described.tsx';
import styles from '../../_ui/field/field.module.css';

type Props = FieldTexts & {
  readonly id: string;
  readonly isShown: boolean;
  readonly onEnter: () => void;
} & Pick<ComponentProps<'input'>, 'ref'>;

export function PinField({ id, label, hint, problem, isShown, onEnter, ref }: Props) {
  return (
    <div className={fieldClass(problem)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <HintAndProblem id={id} hint={hint} />
      {problem ? (
        <div role="alert">
          <HintAndProblem id={id} problem={problem} />
        </div>
      ) : null}
      <DigitsInput
        {...describedBy(id, { label, hint, problem })}
        ref={ref}
        id={id}
        type={isShown ? 'text' : 'password'}
        onKeyDown={(event) => event.key === 'Enter' && onEnter()}
      />
    </div>
  );
}

/**
 * Of no form, even where it stands in one (`form=""`): it is never sent along, never kept as a draft, and Enter in it does
 * not send what stands around it.
 */
export function DigitsInput(own: ComponentProps<'input'>) {
  return (
    <input form="" type="password" inputMode="numeric" autoComplete="off" dir="ltr" className={styles.input} {...own} />
  );
}

export function ShowDigits({ label, ...own }: ComponentProps<'input'> & { readonly label: string }) {
  return (
    <label className={choiceStyles.option}>
      <input type="checkbox" form="" {...own} />
      <span>{label}</span>
    </label>
  );
}
