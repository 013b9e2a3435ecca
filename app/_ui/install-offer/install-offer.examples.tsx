import { InstallByHand } from './install-by-hand.tsx';

export const examples = {
  'by-hand': (
    <InstallByHand
      share="Press the share sign: a square with an arrow."
      add="Then press the line with the plus sign: “Add to Home Screen”."
    />
  ),
};
