import type { Answers, FurtherStep } from '#core/registration/answers.ts';
import { citizenshipFields, languageFields, stayFields } from '#core/registration/check-lists.ts';

type Saved = Readonly<Record<string, string | undefined>>;

/** The answers to the further questions, as their forms name them; a question that was skipped is empty again. */
export const savedQuestions: Readonly<Record<FurtherStep, (answers: Partial<Answers>) => Saved>> = {
  languages: ({ languages }) => numbered(languageFields, languages),
  citizenships: ({ otherCitizenships }) => numbered(citizenshipFields, otherCitizenships),
  document({ document }) {
    if (!document) return {};
    const [year, month, day] = document.expiry?.split('-') ?? [];
    return {
      documentKind: document.kind,
      documentNumber: document.number,
      documentCountry: document.country,
      expiryDay: plain(day),
      expiryMonth: plain(month),
      expiryYear: year,
    };
  },
  email: ({ email }) => ({ email: email ?? undefined }),
  'us-address'({ usAddress: address }) {
    if (!address) return {};
    const { line1: usLine1, line2: usLine2, city: usCity, state: usState, zip: usZip } = address;
    return { usLine1, usLine2, usCity, usState, usZip };
  },
  'foreign-address'({ foreignAddress: address }) {
    if (!address) return {};
    return {
      foreignLine1: address.line1,
      foreignLine2: address.line2,
      foreignCity: address.city,
      foreignRegion: address.region,
      foreignCountry: address.country,
    };
  },
  needs: ({ needs }) => ({
    ...Object.fromEntries((needs?.kinds ?? []).map((kind) => [kind, 'yes'])),
    needsText: needs?.text,
  }),
  employment: ({ employment }) => ({ employment: employment ?? undefined }),
  marital: ({ maritalStatus }) => ({ maritalStatus: maritalStatus ?? undefined }),
  travel: ({ travel }) =>
    Object.fromEntries(
      (travel ?? []).flatMap((stay, index) => {
        const [country = '', year = ''] = stayFields[index] ?? [];
        return [
          [country, stay.country],
          [year, String(stay.year)],
        ];
      }),
    ),
  looks: ({ height, weight, eyeColor }) => ({
    heightCm: height ? String(height) : undefined,
    weightKg: weight ? String(weight) : undefined,
    eyeColor: eyeColor ?? undefined,
  }),
};

function numbered(fields: readonly string[], values: readonly string[] | null | undefined): Saved {
  return Object.fromEntries((values ?? []).map((value, index) => [fields[index] ?? '', value]));
}

/** `03` is month 3. */
export function plain(digits: string | undefined): string | undefined {
  return digits === undefined ? undefined : String(Number(digits));
}
