import type { CalendarWords } from '#core/language/words.ts';
import type { Instant, TimeZone } from '#core/time/instant.ts';
import { fieldsIn } from '#core/time/zone.ts';
import { PhoneClock } from './phone-clock.tsx';

type Props = {
  readonly at: Instant;
  readonly portZone: TimeZone;
  readonly words: CalendarWords;
  /** With `{when}` in it. */
  readonly text: string;
};

/** The same moment by the phone's clock, where that shows another time than the port's. Only the phone knows its zone. */
export function PhoneTime({ at, portZone, words, text }: Props) {
  return <PhoneClock at={at} portOffsetMinutes={fieldsIn(at, portZone).offsetMinutes} words={words} text={text} />;
}
