import { describedBy, type FieldTexts, fieldClass, HintAndProblem } from '../field/described.tsx';
import fieldStyles from '../field/field.module.css';
import styles from './file-field.module.css';
import { Preview } from './preview.tsx';

type Props = FieldTexts & {
  readonly name: string;
  readonly button: string;
  readonly chosen: string;
  readonly preview: string;
  /** `user`: the phone opens its front camera at once, for a photo of this moment. */
  readonly capture?: 'user';
  /** Then only a script can tell whether something was picked: the style knows it by the field being valid. */
  readonly isOptional?: boolean;
};

/** A photo from the camera or from a file. Works without a script; with one it shows what was picked. */
export function FileField({ name, label, hint, problem, button, chosen, preview, capture, isOptional = false }: Props) {
  return (
    <div className={fieldClass(problem)}>
      <label htmlFor={name} className={fieldStyles.label}>
        {label}
      </label>
      <HintAndProblem id={name} hint={hint} problem={problem} />
      <div className={styles.pick}>
        <input
          {...describedBy(name, { label, hint, problem })}
          id={name}
          name={name}
          type="file"
          accept="image/*"
          capture={capture}
          required={!isOptional}
          className={styles.file}
        />
        <span className={styles.button} aria-hidden="true">
          {button}
        </span>
      </div>
      {isOptional ? null : <p className={styles.chosen}>{chosen}</p>}
      <Preview input={name} alt={preview} className={styles.preview ?? ''} />
    </div>
  );
}
