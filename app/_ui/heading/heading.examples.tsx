import { BackLink, Heading } from './heading.tsx';

export const examples = {
  plain: <Heading title="Sign in" />,
  step: (
    <Heading
      title="What is your name?"
      step="Step 2 of 8"
      lead="Copy your name from your identity document. Use the same letters."
    />
  ),
  back: <BackLink href="/en" text="Back" />,
};
