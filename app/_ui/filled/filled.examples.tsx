import { Address } from '../address/address.tsx';
import { Filled } from './filled.tsx';

export const examples = {
  plain: <Filled text="We write to {email}." parts={{ email: <Address>marie-14251-1@puente.example</Address> }} />,
};
