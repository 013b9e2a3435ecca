import { LineLink } from '../button/button.tsx';

export type VendorWords = {
  /** What she has to do, and whose box it is. */
  readonly why: string;
  /** What that company sees of her, and what not. */
  readonly sees: string;
  readonly privacy: string;
  readonly access: string;
  readonly working: string;
  readonly untouched: string;
  readonly expired: string;
  readonly failed: string;
};

/** Whose service the check is, what it sees, and the vendor's own way for people who can't see pictures. */
export function VendorNote({ words }: { readonly words: VendorWords }) {
  return (
    <>
      <p>{words.why}</p>
      <p>{words.sees}</p>
      <LineLink href="https://www.hcaptcha.com/privacy">{words.privacy}</LineLink>
      <LineLink href="https://www.hcaptcha.com/accessibility">{words.access}</LineLink>
    </>
  );
}
