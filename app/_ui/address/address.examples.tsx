import { Address, SpokenNumber } from './address.tsx';

export const examples = {
  address: <Address>person-14251-1@puente.example</Address>,
  long: <Address>a-very-long-name-of-somebody-indeed@puente.example</Address>,
  page: <Address>https://puente.example/ht/is-it-from-us</Address>,
  number: <SpokenNumber>2345-bcdf</SpokenNumber>,
};
