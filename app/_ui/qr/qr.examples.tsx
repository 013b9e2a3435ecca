import { Qr } from './qr.tsx';

export const examples = { plain: <Qr text="PUENTE K7QF-2MXD" label="Picture with your appointment inside" /> };
