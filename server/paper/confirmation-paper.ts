import { create } from 'qrcode';
import { dirOf } from '#core/language/locales.ts';
import { qrPath } from '#core/offer/qr-path.ts';
import { openFontsFor } from './chinese-fonts.ts';
import { type ConfirmationText, confirmationText } from './confirmation-text.ts';
import type { PrintConfirmation } from './contract.ts';
import { type Column, contentWidth, makeSheet, type Sheet, type TextLook } from './sheet.ts';

/** Six centimetres in points: read from paper that was folded, by a cheap scanner. */
const qrSide = 170;
const whole: Column = { from: 0, width: contentWidth };
const facts: Column = { from: 0, width: contentWidth - qrSide - 20 };
const beside: Column = { from: contentWidth - qrSide, width: qrSide };

const look = {
  name: { size: 11, weight: 700, gap: 2 },
  title: { size: 21, weight: 700, gap: 2 },
  lead: { size: 12, weight: 400, gap: 8 },
  heading: { size: 12, weight: 700, gap: 2 },
  term: { size: 9.5, weight: 400, gap: 0 },
  value: { size: 11.5, weight: 700, gap: 4 },
  text: { size: 10, weight: 400, gap: 2 },
  code: { size: 20, weight: 700, gap: 2 },
  small: { size: 8, weight: 400, gap: 0 },
  strong: { size: 10, weight: 700, gap: 2 },
} as const satisfies Readonly<Record<string, TextLook>>;

/** The paper of an appointment, in the language and direction of its reader. */
export const printConfirmation: PrintConfirmation = async (paper) => {
  const { locale, at, confirmation } = paper;
  // Names first: of each, the text takes what the fonts have.
  await openFontsFor(JSON.stringify(confirmation.people));
  const text = confirmationText(paper);
  await openFontsFor(JSON.stringify(text));
  const sheet = makeSheet({ locale, direction: dirOf(locale), title: text.title, at });
  sheet.text('P', { text: text.name, look: look.name }, whole);
  sheet.rule(whole);
  sheet.text('H1', { text: text.title, look: look.title }, whole);
  sheet.text('P', { text: text.lead, look: look.lead }, whole);

  const top = sheet.at();
  writeFacts(sheet, text);
  const below = sheet.at();
  sheet.to(top);
  writeProof(sheet, text, confirmation.appointment.proof);
  sheet.to(Math.max(below, sheet.at()) + 8);

  for (const section of [text.bring, text.happens, text.change]) writeSection(sheet, section);
  sheet.text('P', { text: text.warning, look: { ...look.strong, gap: 8 } }, whole);
  sheet.rule(whole);
  for (const line of text.foot) sheet.text('P', { text: line, look: look.text }, whole);
  return await sheet.bytes();
};

function writeFacts(sheet: Sheet, text: ConfirmationText): void {
  sheet.facts(
    text.facts.map(({ term, value, isLatin }) => ({
      term: { text: term, look: look.term },
      value: { text: value, look: look.value, ...(isLatin ? { direction: 'ltr' as const } : {}) },
    })),
    facts,
  );
  if (text.madeUp) sheet.text('P', { text: text.madeUp, look: { ...look.text, gap: 6 } }, facts);
  sheet.text('H2', { text: text.who.title, look: look.heading }, facts);
  sheet.list(
    text.who.items.map((name) => ({ text: name, look: look.text })),
    facts,
    'numbers',
  );
}

function writeProof(sheet: Sheet, { picture, code, draw }: ConfirmationText, proof: string): void {
  const { modules } = create(proof, { errorCorrectionLevel: 'M' });
  const { path, size } = qrPath(modules);
  sheet.figure({ path, units: size, side: qrSide, alt: picture }, beside);
  sheet.text('H2', { text: code.title, look: look.heading }, beside);
  sheet.text('P', { text: code.value, look: look.code, direction: 'ltr' }, beside);
  sheet.text('P', { text: code.hint, look: look.text }, beside);
  sheet.text('P', { text: draw, look: look.small }, beside);
}

function writeSection(sheet: Sheet, { title, items }: ConfirmationText['bring']): void {
  // A heading goes with what it is over.
  sheet.makeRoom(3 * look.heading.size * 1.5);
  sheet.text('H2', { text: title, look: look.heading }, whole);
  const parts = items.map((item, index) => ({
    text: item,
    look: { ...look.text, gap: index === items.length - 1 ? 7 : look.text.gap },
  }));
  const [only] = parts;
  if (only && parts.length === 1) sheet.text('P', only, whole);
  else sheet.list(parts, whole, 'dots');
}
