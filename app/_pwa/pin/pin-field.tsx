import type { ComponentProps } from 'react';
import choiceStyles from '../../_ui/choice/choice.module.css';
import styles from '../../_ui/field/field.module.css';

type Props = { readonly id: string; readonly label: string; readonly hint?: string };

/** For a PIN that she chooses; what is wrong with it takes the place of the hint. */
export function PinField({ id, label, hint }: Props) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <p hidden={hint === undefined} id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
      <p hidden role="alert" id={`${id}-problem`} className={styles.problem} />
      <DigitsInput id={id} aria-describedby={`${id}-hint ${id}-problem`} />
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
