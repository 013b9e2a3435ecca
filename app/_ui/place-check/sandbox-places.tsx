import type { Place } from '#core/eligibility/place.ts';
import { Choice } from '../choice/choice.tsx';
import { SandboxNotice } from '../notice/notice.tsx';

export type SandboxPlaceWords = {
  readonly label: string;
  readonly note: string;
  readonly question: string;
  readonly phone: string;
  readonly inside: string;
  readonly outside: string;
};

const fieldName = 'sandboxPlace';

const places: Readonly<Record<string, Place>> = {
  // Ciudad Juárez
  inside: { latitude: 31.69, longitude: -106.424, accuracyMeters: 25 },
  // Tapachula
  outside: { latitude: 14.905, longitude: -92.263, accuracyMeters: 25 },
};

/** In the demonstration a place can be pretended, so that the way can be walked from anywhere. */
export function SandboxPlaces({ words }: { readonly words: SandboxPlaceWords }) {
  return (
    <SandboxNotice label={words.label}>
      <p>{words.note}</p>
      <Choice
        name={fieldName}
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

/** The place that is pretended now; undefined for the phone's own. */
export function sandboxPlaceOf(): Place | undefined {
  const chosen = document.querySelector<HTMLInputElement>(`input[name="${fieldName}"]:checked`);
  return chosen ? places[chosen.value] : undefined;
}
