import styles from './field.module.css';

export type FieldTexts = {
  readonly label: string;
  readonly hint?: string | undefined;
  /** The sentence of what is wrong; shown beside the field and read out with it. */
  readonly problem?: string | undefined;
};

/** What a control needs so that a screen reader reads hint and problem along with it. */
export function describedBy(id: string, texts: FieldTexts) {
  const ids = [texts.hint ? `${id}-hint` : '', texts.problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return {
    'aria-describedby': ids || undefined,
    'aria-invalid': texts.problem ? (true as const) : undefined,
  };
}

export function HintAndProblem({ id, hint, problem }: { readonly id: string } & Omit<FieldTexts, 'label'>) {
  return (
    <>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      ) : null}
    </>
  );
}

export function fieldClass(problem: string | undefined): string {
  return [styles.field, problem ? styles.bad : ''].filter(Boolean).join(' ');
}

/**
 * The direction of a control. `auto` goes by what is typed, and by nothing typed from left to right: the blank lets the
 * style know that it is empty, and give it the page's own direction.
 */
export function inDirection(dir: string | undefined) {
  return dir === 'auto' ? { dir, placeholder: ' ' } : { dir };
}
