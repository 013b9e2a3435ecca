import { Field } from './field.tsx';

export const examples = {
  plain: <Field name="familyNames" label="Family names" autoComplete="family-name" />,
  withHint: <Field name="familyNames" label="Family names" hint="All your last names" value="Désir" />,
  withProblem: (
    <Field name="familyNames" label="Family names" hint="All your last names" problem="This is still empty." value="" />
  ),
};
