import { TextArea } from './text-area.tsx';

export const examples = {
  plain: <TextArea name="where" label="Where was it, and how?" />,
  withHint: (
    <TextArea name="where-hint" label="Where was it, and how?" hint="Up to 500 characters" value="On a street" />
  ),
  withProblem: (
    <TextArea name="where-problem" label="Where was it, and how?" problem="This is still empty. Give an answer." />
  ),
};
