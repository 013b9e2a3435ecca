import { TextArea } from './text-area.tsx';

export const examples = {
  plain: <TextArea name="statement" label="What should the person know?" hint="You can leave it empty" />,
  withProblem: <TextArea name="statement" label="What is new?" problem="This is still empty." value="…" />,
};
