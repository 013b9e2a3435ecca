import { toString as drawQr } from 'qrcode';
import type { LocalAddress } from './addresses.ts';
import { certificatePath } from './listener.ts';

export type Told = {
  readonly publicUrl: string;
  /** What the phone calls the certificate. */
  readonly name: string;
  /** SHA-256, `AB:CD:…`. */
  readonly fingerprint: string;
  /** Where the authority is kept. */
  readonly file: string;
  /** This machine's that were not taken. */
  readonly others: readonly LocalAddress[];
  /** The terminal shows colours. */
  readonly hasColors: boolean;
};

/** What the operator does with the phone, for the terminal. */
export async function instructions(told: Told): Promise<string> {
  const { publicUrl, name, fingerprint, file, others } = told;
  const { port, hostname } = new URL(publicUrl);
  const plain = `http://${hostname}:${port || '443'}${certificatePath}`;
  const qr = (address: string) => qrOf(address, told.hasColors);
  return [
    'Anybody on this network can sign in here as anybody, as staff too: enter nothing that is real, stop it when you are done.',
    `Does the phone find nothing? Both have to be on one network, and this machine's firewall has to let port ${port || '443'} in.`,
    ...others.map(({ address, on }) => `This machine is also ${address} (${on}): set HOST to that for a phone there.`),
    '',
    `1. Once, so that the phone trusts this server (it keeps nothing for offline otherwise): open ${plain}`,
    '',
    await qr(plain),
    '',
    `   It is "${name}", SHA-256`,
    ...(fingerprint.match(/.{1,48}/g) ?? []).map((part) => `   ${part}`),
    '   Android: keep the file. Search the settings for "CA certificate", install it anyway, choose the file.',
    '   iPhone: open it in Safari and allow the profile. Settings, "Profile Downloaded", Install. Then Settings, General,',
    '   About, "Certificate Trust Settings": switch it on.',
    `   To end the trust, take it off the phone there, and remove ${file} here.`,
    '',
    `2. Open ${publicUrl}`,
    '',
    await qr(publicUrl),
    '',
  ].join('\n');
}

/** Half a block for each square. Dark on light whatever the terminal's colours are: not every phone reads the opposite. */
async function qrOf(text: string, hasColors: boolean): Promise<string> {
  const drawn = await drawQr(text, { type: 'utf8', errorCorrectionLevel: 'M', margin: 4 });
  if (!hasColors) return drawn;
  return drawn
    .split('\n')
    .map((line) => `\x1b[30;107m${line}\x1b[0m`)
    .join('\n');
}
