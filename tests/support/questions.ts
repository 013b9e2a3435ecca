import type { FurtherStep } from '#core/registration/answers.ts';
import type { MadeUpPerson } from './people.ts';

/** A policy's further questions, none of them asked. */
export const noFurtherQuestions = {
  citizenships: 'not-asked',
  languages: 'not-asked',
  document: 'not-asked',
  email: 'not-asked',
  usAddress: 'not-asked',
  foreignAddress: 'not-asked',
  needs: 'not-asked',
  employment: 'not-asked',
  maritalStatus: 'not-asked',
  travel: 'not-asked',
  height: 'not-asked',
  weight: 'not-asked',
  eyeColor: 'not-asked',
} as const;

/** A right answer to each further question, as its form sends it. */
export function furtherAnswers(
  person: Pick<MadeUpPerson, 'birthCountry'> = { birthCountry: 'HT' },
): Readonly<Record<FurtherStep, Readonly<Record<string, string>>>> {
  return {
    languages: { otherLanguage1: 'fr', otherLanguage2: 'wo' },
    citizenships: { otherCitizenship1: 'CL' },
    document: {
      documentKind: 'passport',
      documentNumber: 'R 1234567',
      documentCountry: person.birthCountry,
      expiryDay: '9',
      expiryMonth: '3',
      expiryYear: '2030',
    },
    email: { email: 'nuevo@puente.example' },
    'us-address': { usLine1: '12 Main St', usLine2: 'Apt 3', usCity: 'Laredo', usState: 'TX', usZip: '78040' },
    'foreign-address': {
      foreignLine1: 'Albergue Esperanza',
      foreignCity: 'Ciudad Juárez',
      foreignRegion: 'Chihuahua',
      foreignCountry: 'MX',
    },
    needs: { wheelchair: 'yes', interpreter: 'yes', needsText: 'Una rampa' },
    employment: { employment: 'self-employed' },
    marital: { maritalStatus: 'widowed' },
    travel: { stayCountry1: 'CL', stayYear1: '2019', stayCountry2: 'PE', stayYear2: '2023' },
    looks: { heightCm: '165', weightKg: '60', eyeColor: 'brown' },
  };
}
