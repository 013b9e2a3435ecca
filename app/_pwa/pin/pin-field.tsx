'use client';

import type { ComponentProps } from 'react';
import choiceStyles from '../../_ui/choice/choice.module.css';
import { describedBy, type FieldTexts, fieldClass, HintAndProblem } from '../../_ui/field/described.tsx';
import styles from '../../_ui/field/field.module.css';

type Props = FieldTexts & {
  readonly id: string;
  readonly isShown: boolean;
  readonly onEnter: () => void;
} & Pick<ComponentProps<'input'>, 'ref'>;

/**
 * Of no form, even where it stands in one (`form=""`): it is never sent along, never kept as a draft, and Enter in it does
 * not send what stands around it.
 */
export function PinField({ id, label, hint, problem, isShown, onEnter, ref }: Props) {
  return (
    <div className={fieldClass(problem)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <HintAndProblem id={id} hint={hint} problem={problem} />
      <input
        {...describedBy(id, { label, hint, problem })}
        ref={ref}
        id={id}
        form=""
        type={isShown ? 'text' : 'password'}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        className={styles.input}
        onKeyDown={(event) => event.key === 'Enter' && onEnter()}
      />
    </div>
  );
}

type ShowProps = { readonly label: string; readonly isShown: boolean; readonly change: (isShown: boolean) => void };

export function ShowDigits({ label, isShown, change }: ShowProps) {
  return (
    <label className={choiceStyles.option}>
      <input type="checkbox" form="" checked={isShown} onChange={(event) => change(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
