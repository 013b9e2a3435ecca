import { Choice } from '../choice/choice.tsx';
import { SandboxNotice } from '../notice/notice.tsx';
import { sandboxPlaceField } from './sandbox-place.ts';

export type SandboxPlaceWords = {
  readonly label: string;
  readonly note: string;
  readonly question: string;
  readonly phone: string;
  readonly inside: string;
  readonly outside: string;
};

/** In the demonstration a place can be pretended, so that the way can be walked from anywhere. */
export function SandboxPlaces({ words }: { readonly words: SandboxPlaceWords }) {
  return (
    <SandboxNotice label={words.label}>
      <p>{words.note}</p>
      <Choice
        name={sandboxPlaceField}
        label={words.question}
        value="phone"
        options={[
          { value: 'phone', label: words.phone },
          { value: 'inside', label: words.inside },
          { value: 'outside', label: words.outside },
        ]}
      />
    </SandboxNotice>
  );
}
