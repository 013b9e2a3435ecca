import { problemId } from '#app/_ui/error-summary/error-summary.tsx';
import { HintAndProblem } from '#app/_ui/field/described.tsx';
import type { PortCode } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import type { LocalMinute } from '#core/time/instant.ts';
import styles from './places-form.module.css';

type Props = {
  readonly locale: Locale;
  readonly page: string;
  readonly port: PortCode;
  readonly slot: LocalMinute;
  readonly value: string;
  readonly isWrong: boolean;
  /** What is wrong with the number itself; otherwise the summary says it alone. */
  readonly problem: string | undefined;
  readonly texts: { readonly label: string; readonly button: string; readonly spoken: string };
};

/** The places of one port and time. The row that a problem is about has the id that the summary leads to. */
export function PlacesForm({ locale, page, port, slot, value, isWrong, problem, texts }: Props) {
  const describedBy = problem ? 'places-problem' : isWrong ? problemId : undefined;
  return (
    <form method="post" action="/api/staff/capacity" noValidate className={styles.form}>
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="port" value={port} />
      <input type="hidden" name="slot" value={slot} />
      <HintAndProblem id="places" problem={problem} />
      <input
        id={isWrong ? 'places' : undefined}
        name="places"
        type="text"
        inputMode="numeric"
        defaultValue={value}
        aria-label={texts.label}
        aria-invalid={isWrong ? true : undefined}
        aria-describedby={describedBy}
        className={styles.number}
      />
      <button type="submit" aria-label={texts.spoken} className={styles.save}>
        {texts.button}
      </button>
    </form>
  );
}
