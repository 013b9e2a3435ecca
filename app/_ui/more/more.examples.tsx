import { Field } from '../field/field.tsx';
import { More } from './more.tsx';

export const examples = {
  closed: (
    <More summary="In pounds" isOpen={false}>
      <Field name="pounds" label="Pounds" />
    </More>
  ),
  open: (
    <More summary="In pounds" isOpen>
      <Field name="more-pounds" label="Pounds" value="120" />
    </More>
  ),
};
