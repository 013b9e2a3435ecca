import PDFDocument from 'pdfkit';
import type { Locale } from '#core/language/locales.ts';
import type { Instant } from '#core/time/instant.ts';
import { type Direction, type Line, setLines } from './lines.ts';
import type { Weight } from './open-font.ts';

/** Letter, whose content also fits A4: narrower and shorter than both (points). */
const page = { width: 612, height: 792, side: 54, top: 36, bottom: 36 };
export const contentWidth = page.width - 2 * page.side;
const leading = 1.3;
const indent = 18;
/** Of Noto Sans, from the base line to the top of a line, for a size of one. */
const ascent = 1.069;

export type TextLook = { readonly size: number; readonly weight: Weight; readonly gap: number };
/** Counted from the side where reading starts; `width` to its end. */
export type Column = { readonly from: number; readonly width: number };

export type TextPart = {
  readonly text: string;
  readonly look: TextLook;
  /** `ltr` for what is Latin in every language, such as an address or a code. */
  readonly direction?: Direction;
};

/** One line, as it was measured: pdfkit would do that again, for underlines that aren't there. */
const asMeasured: PDFKit.Mixins.TextOptions & { readonly textWidth: number; readonly wordCount: number } = {
  lineBreak: false,
  baseline: 'alphabetic',
  features: [],
  textWidth: 0,
  wordCount: 0,
};

type Placed = TextPart & { readonly column: Column };
type Element = PDFKit.PDFStructureElement;

export type Sheet = ReturnType<typeof makeSheet>;

/**
 * A tagged PDF (PDF/UA as far as pdfkit goes) that is written from top to bottom, in columns that follow the direction
 * of the language. Fonts are embedded as subsets.
 */
export function makeSheet(settings: {
  readonly locale: Locale;
  readonly direction: Direction;
  readonly title: string;
  readonly at: Instant;
}) {
  const { locale, direction, title, at } = settings;
  const doc = new PDFDocument({
    size: [page.width, page.height],
    margins: { top: page.top, bottom: 0, left: page.side, right: page.side },
    pdfVersion: '1.7',
    tagged: true,
    lang: locale,
    displayTitle: true,
    // The types know the archive's kinds alone.
    subset: 'PDF/UA' as string as PDFKit.Mixins.PDFSubsets,
    info: { Title: title, Creator: 'Puente', Producer: 'Puente', CreationDate: new Date(at) },
  });
  const fonts = new Set<string>();
  const root = doc.struct('Document');
  doc.addStructure(root);
  let y = page.top;

  function makeRoom(height: number): void {
    if (y + height <= page.height - page.bottom) return;
    doc.addPage();
    y = page.top;
  }

  function left({ from, width }: Column, inner: number, align: Direction): number {
    const start = direction === 'ltr' ? page.side + from : page.width - page.side - from - width;
    return align === 'ltr' ? start : start + width - inner;
  }

  function drawLine({ runs, width }: Line, { size }: TextLook, column: Column): void {
    const x = left(column, width, direction);
    for (const { text, font, left: inLine } of runs) {
      // pdfkit takes an opened font, too, and needn't read its tables anew for each paper; its types don't know.
      if (!fonts.has(font.name)) doc.registerFont(font.name, font.font as unknown as Uint8Array);
      fonts.add(font.name);
      doc.font(font.name).fontSize(size).fillColor('#000000');
      doc.text(text, x + inLine, y + ascent * size, asMeasured);
    }
    y += size * leading;
  }

  /** Draws inside of an element of the structure, and never parts a text between two pages. */
  function write(parent: Element, tag: string, { column, ...part }: Placed): void {
    const { look } = part;
    const lines = setLines(part.text, { ...look, direction: part.direction ?? direction, width: column.width });
    makeRoom(lines.length * look.size * leading);
    const draw = () => {
      for (const line of lines) drawLine(line, look, column);
    };
    // Within a line, letters from right to left are stored as they are drawn; this is how they are read.
    parent.add(doc.struct(tag, { actual: spoken(part.text) }, draw));
    y += look.gap;
  }

  return {
    /** How far down the page is written; to go on beside, go back `to` it. */
    at: () => y,
    to(height: number) {
      y = height;
    },
    makeRoom,
    text(tag: 'H1' | 'H2' | 'P', part: TextPart, column: Column): void {
      write(root, tag, { ...part, column });
    },
    list(items: readonly TextPart[], column: Column, marks: 'dots' | 'numbers'): void {
      const list = doc.struct('L');
      root.add(list);
      items.forEach((item, index) => {
        const entry = doc.struct('LI');
        list.add(entry);
        const mark = { text: marks === 'dots' ? '•' : `${index + 1}.`, look: { ...item.look, gap: 0 } };
        const inner = { from: column.from + indent, width: column.width - indent };
        makeRoom(
          setLines(item.text, { ...item.look, direction, width: inner.width }).length * item.look.size * leading,
        );
        const before = y;
        write(entry, 'Lbl', { ...mark, column: { from: column.from, width: indent } });
        y = before;
        write(entry, 'LBody', { ...item, column: inner });
        entry.end();
      });
      list.end();
    },
    /** What is what: a list whose marks are the terms, each above its value. */
    facts(facts: readonly { readonly term: TextPart; readonly value: TextPart }[], column: Column): void {
      const list = doc.struct('L');
      root.add(list);
      for (const { term, value } of facts) {
        const entry = doc.struct('LI');
        list.add(entry);
        write(entry, 'Lbl', { ...term, column });
        write(entry, 'LBody', { ...value, column });
        entry.end();
      }
      list.end();
    },
    /** A drawing in black of so many units a side; `alt` says what it is. */
    figure({ path, units, side, alt }: Figure, column: Column): void {
      makeRoom(side);
      const x = left({ ...column, width: side }, side, 'ltr');
      const options = { alt: spoken(alt), bbox: [x, y, x + side, y + side], placement: 'Block' };
      root.add(
        doc.struct('Figure', options, () => {
          doc
            .save()
            .translate(x, y)
            .scale(side / units);
          doc.path(path).fill('#000000');
          doc.restore();
        }),
      );
      y += side;
    },
    /** A line across, which says nothing. */
    rule(column: Column): void {
      const x = left(column, column.width, 'ltr');
      doc.markContent('Artifact', { type: 'Layout' });
      doc
        .lineWidth(0.75)
        .moveTo(x, y)
        .lineTo(x + column.width, y)
        .stroke('#000000');
      doc.endMarkedContent();
      y += 8;
    },
    async bytes(): Promise<Uint8Array> {
      root.end();
      doc.end();
      const parts: Buffer[] = [];
      for await (const part of doc) parts.push(part as Buffer);
      return new Uint8Array(Buffer.concat(parts));
    },
  };
}

/** Without the marks that steer the direction of writing: nothing to hear. */
function spoken(text: string): string {
  return text.replaceAll(/[\p{Cf}\p{Cc}]/gu, '');
}

export type Figure = {
  readonly path: string;
  readonly units: number;
  readonly side: number;
  readonly alt: string;
};
