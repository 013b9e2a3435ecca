import { readCsv, writeCsv } from './csv.ts';
import { readPo, writePo } from './po.ts';
import type { BroughtFile, Format, Parcel } from './unit.ts';
import { readXliff12, writeXliff12 } from './xliff-12.ts';
import { readXliff20, writeXliff20 } from './xliff-20.ts';
import { readXml } from './xml.ts';

export const writers: Readonly<Record<Format, (parcel: Parcel) => string>> = {
  'xliff-1.2': writeXliff12,
  'xliff-2.0': writeXliff20,
  po: writePo,
  csv: writeCsv,
};

/** The format of a file that is to be written, by its name. Most tools know only 1.2 by `.xlf`. */
export function formatOfName(name: string): Format | undefined {
  if (/\.(?:xlf|xliff)$/i.test(name)) return 'xliff-1.2';
  if (/\.po$/i.test(name)) return 'po';
  return /\.csv$/i.test(name) ? 'csv' : undefined;
}

/** Reads a file of any of the formats, whatever its name: tools rename. Throws, with the line, where that is none of them. */
export function readFile(bytes: Uint8Array): BroughtFile {
  const text = decoded(bytes);
  if (/^\s*<(?:\?xml|xliff|!--)/.test(text)) return readXliff(text);
  if (/^\s*msgid\s+"/m.test(text)) return readPo(text);
  const [head = ''] = text.replace(/^sep=.\r?\n/, '').split(/\r|\n/, 1);
  if (/(?:^|[,;\t])"?key"?(?:[,;\t]|$)/.test(head)) return readCsv(text);
  throw new Error(
    `expected XLIFF 1.2 or 2.0, PO, or CSV with a column “key”, found ${JSON.stringify(head.slice(0, 60))}`,
  );
}

function readXliff(text: string): BroughtFile {
  const root = readXml(text);
  const { version = 'none' } = root.attributes;
  if (root.name === 'xliff' && version === '1.2') return readXliff12(root);
  if (root.name === 'xliff' && /^2\./.test(version)) return readXliff20(root);
  throw new Error(
    `line ${root.line}: expected <xliff version="1.2"> or 2.0, found <${root.name} version="${version}">`,
  );
}

/** UTF-8, or UTF-16 as Excel's “Unicode text”. What is neither would come in with wrong letters. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(
      'the letters of this file are not in UTF-8; save it again: in Excel as “CSV UTF-8”, in other programs with the character set UTF-8',
    );
  }
}
