import { Field } from './field.tsx';

export const examples = {
  plain: <Field name="givenNames" label="Given names" autoComplete="given-name" />,
  withHint: <Field name="nativeFamilyNames" label="Family names" hint="All your last names" value="Désir" />,
  withProblem: (
    <Field
      name="familyNames"
      label="Family names"
      hint="All your last names"
      problem="This is still empty. Give an answer."
      value=""
    />
  ),
};
