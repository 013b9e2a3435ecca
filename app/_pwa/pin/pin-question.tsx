import { Button } from '../../_ui/button/button.tsx';
import styles from '../../_ui/field/field.module.css';
import { DigitsInput, ShowDigits } from './pin-field.tsx';
import type { PinWords } from './pin-words.ts';

type Props = { readonly id: string; readonly words: PinWords; readonly button: string };

/** Asks for her PIN, with all that may be wrong with it; `start-pin-question.ts` has it answer. */
export function PinQuestion({ id, words, button }: Props) {
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={id} className={styles.label}>
          {words.label}
        </label>
        <p
          hidden
          role="alert"
          id={`${id}-problem`}
          className={styles.problem}
          data-pin-wrong={words.wrong}
          data-pin-wait={words.wait}
          data-pin-full={words.full}
          data-pin-no-line={words.noLine}
        />
        <DigitsInput id={id} aria-describedby={`${id}-problem`} data-pin="" />
      </div>
      <ShowDigits label={words.show} data-pin-show="" />
      <Button type="button" look="second" data-pin-button="">
        {button}
      </Button>
    </>
  );
}
