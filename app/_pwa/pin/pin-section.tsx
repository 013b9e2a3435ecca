import { More } from '../../_ui/more/more.tsx';
import { PinChoice, type PinChoiceWords } from './pin-choice.tsx';

type Props = { readonly title: string; readonly words: PinChoiceWords };

/** For who is signed in: a PIN is hers, and goes with her. A phone that people share keeps nothing to lock. */
export function PinSection({ title, words }: Props) {
  return (
    <div hidden data-part="pin">
      <More summary={title} isOpen={false}>
        <PinChoice words={words} />
      </More>
    </div>
  );
}
