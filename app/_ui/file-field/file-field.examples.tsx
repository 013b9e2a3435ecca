import { FileField } from './file-field.tsx';

const texts = {
  name: 'photo',
  label: 'Your photo',
  button: 'Take or choose a photo',
  chosen: 'A photo is chosen.',
  preview: 'The photo that you chose',
};

export const examples = {
  empty: <FileField {...texts} />,
  camera: <FileField {...texts} name="selfie" capture="user" />,
  withProblem: (
    <FileField
      {...texts}
      name="other-photo"
      problem="We cannot open this file as a photo. Take a new photo or choose another one."
    />
  ),
};
