'use client';

import { useEffect, useEffectEvent, useId, useRef } from 'react';
import fieldStyles from '#app/_ui/field/field.module.css';
import styles from '#app/_ui/file-field/file-field.module.css';

type Props = {
  readonly label: string;
  readonly button: string;
  readonly isMultiple?: boolean;
  readonly onPick: (files: readonly File[]) => void;
};

/** Files that stay on the phone: they are in no form. */
export function PickFiles({ label, button, isMultiple = false, onPick }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const take = useEffectEvent(() => {
    const files = input.current?.files;
    if (files?.length) onPick([...files]);
  });
  // On a slow line they may be chosen before there is a script to hear it.
  useEffect(() => take(), []);
  return (
    <div className={fieldStyles.field}>
      <label htmlFor={id} className={fieldStyles.label}>
        {label}
      </label>
      <div className={styles.pick}>
        <input
          ref={input}
          id={id}
          type="file"
          multiple={isMultiple}
          className={styles.file}
          onChange={({ target }) => {
            if (target.files?.length) onPick([...target.files]);
          }}
        />
        <span className={styles.button} aria-hidden="true">
          {button}
        </span>
      </div>
    </div>
  );
}
