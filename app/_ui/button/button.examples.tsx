import { Button, ButtonLink, LineLink } from './button.tsx';
import { ScriptButton } from './script-button.tsx';

export const examples = {
  first: <Button>Continue</Button>,
  second: <Button look="second">Try again</Button>,
  grave: <Button look="grave">Yes, take my request back</Button>,
  /** As the server makes it, before its script is there. */
  waitsForItsScript: <ScriptButton>Check where my phone is</ScriptButton>,
  link: <ButtonLink href="/en/sign-in">Begin</ButtonLink>,
  line: <LineLink href="/en/offer/decline">I do not want this place</LineLink>,
};
