import bidiFactory from 'bidi-js';
import LineBreaker from 'linebreak';
import { hasChineseSigns } from './chinese-fonts.ts';
import { clustersOf, fontFor, isJoiner, isShapeless } from './fonts.ts';
import type { PaperFont, Weight } from './open-font.ts';

const bidi = bidiFactory();

export type Direction = 'ltr' | 'rtl';

/** A piece of a line in one font, as the font wants it. */
export type Run = {
  readonly text: string;
  readonly font: PaperFont;
  readonly width: number;
  /** Where it stands, counted from the left end of the line. */
  readonly left: number;
};
/** Runs in the order in which they are read, each at its place; in points. */
export type Line = { readonly runs: readonly Run[]; readonly width: number };

export type Setting = {
  readonly direction: Direction;
  readonly weight: Weight;
  /** Points. */
  readonly size: number;
  readonly width: number;
};

type Cluster = {
  readonly text: string;
  /** Where it begins in the text, in UTF-16 units. */
  readonly start: number;
  /** null: nothing to draw. */
  readonly font: PaperFont | null;
};

/**
 * Breaks a text into lines and puts each into the order in which it is seen (Unicode's bidirectional algorithm, UAX 9).
 * A letter that no font has is left out: a box would say less than nothing. Whether that can happen, `canPrint` tells.
 */
export function setLines(text: string, setting: Setting): readonly Line[] {
  const clusters = withFonts(text, setting.weight);
  const embedding = bidi.getEmbeddingLevels(text, setting.direction);
  return breakLines(wordsOf(text, clusters), setting).map((line) =>
    inSight(text, line, { embedding, size: setting.size }),
  );
}

function withFonts(text: string, weight: Weight): readonly Cluster[] {
  let start = 0;
  let inUse: PaperFont | null = null;
  const isChinese = hasChineseSigns(text);
  const fontOf = (cluster: string): PaperFont | null => {
    if (isJoiner(cluster)) return inUse;
    return isShapeless(cluster) ? null : fontFor(cluster, weight, { inUse, isChinese });
  };
  return clustersOf(text).map((cluster) => {
    const font = fontOf(cluster);
    inUse = font ?? inUse;
    const made = { text: cluster, start, font };
    start += cluster.length;
    return made;
  });
}

/** Greedy: as many words as fit; a word longer than a line is cut where it has to be. */
function breakLines(words: readonly (readonly Cluster[])[], { width, size }: Setting): readonly (readonly Cluster[])[] {
  const lines: Cluster[][] = [];
  let line: Cluster[] = [];
  let taken = 0;
  const end = () => {
    if (line.length > 0) lines.push(withoutEndSpace(line));
    line = [];
    taken = 0;
  };
  const add = (more: readonly Cluster[], advance: number) => {
    line.push(...more);
    taken += advance;
  };
  for (const word of words) {
    const advance = widthOf(word, size);
    const visible = word.at(-1)?.text === ' ' ? advance - widthOf(word.slice(-1), size) : advance;
    if (visible > width) {
      for (const cluster of word) {
        const own = widthOf([cluster], size);
        if (taken + own > width) end();
        add([cluster], own);
      }
      continue;
    }
    if (taken + visible > width) end();
    add(word, advance);
  }
  end();
  return lines;
}

/**
 * What no line may end within (UAX 14): words with the space or the hyphen behind them, Chinese signs with the
 * punctuation that mustn't begin or end a line. A no-break space joins.
 */
function wordsOf(text: string, clusters: readonly Cluster[]): readonly (readonly Cluster[])[] {
  const ends = lineEndsOf(text);
  const words: Cluster[][] = [];
  let word: Cluster[] = [];
  for (const cluster of clusters) {
    word.push(cluster);
    if (ends.has(cluster.start + cluster.text.length)) {
      words.push(word);
      word = [];
    }
  }
  return word.length > 0 ? [...words, word] : words;
}

function lineEndsOf(text: string): ReadonlySet<number> {
  const breaker = new LineBreaker(text);
  const ends = new Set<number>();
  for (let end = breaker.nextBreak(); end !== null; end = breaker.nextBreak()) ends.add(end.position);
  return ends;
}

function withoutEndSpace(line: readonly Cluster[]): Cluster[] {
  const last = line.findLastIndex(({ text, font }) => text !== ' ' && font !== null);
  return line.slice(0, last + 1);
}

function widthOf(clusters: readonly Cluster[], size: number): number {
  return runsOf(clusters.filter(isDrawn)).reduce((sum, { text, font }) => sum + font.width(text) * size, 0);
}

type Drawn = Cluster & { readonly font: PaperFont };

function isDrawn(cluster: Cluster): cluster is Drawn {
  return cluster.font !== null;
}

function runsOf(clusters: readonly Drawn[]): readonly { readonly text: string; readonly font: PaperFont }[] {
  const runs: { text: string; font: PaperFont }[] = [];
  for (const { text, font } of clusters) {
    const last = runs.at(-1);
    if (last?.font === font) last.text += text;
    else runs.push({ text, font });
  }
  return runs;
}

/** Beside each other in sight, in one font, and read in one direction. */
type Group = { readonly font: PaperFont; readonly turned: boolean; readonly clusters: Drawn[] };
type Embedding = ReturnType<typeof bidi.getEmbeddingLevels>;

/** Scripts that fonts themselves turn round, given the letters as they are spoken. */
const turnedByFonts = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Each run at its place in the order of sight; what is read from right to left is drawn with its last letter first. */
function inSight(
  text: string,
  line: readonly Cluster[],
  { embedding, size }: { readonly embedding: Embedding; readonly size: number },
): Line {
  const first = line[0];
  const last = line.at(-1);
  if (!first || !last) return { runs: [], width: 0 };
  const [start, end] = [first.start, last.start + last.text.length - 1];
  const order = bidi.getReorderedIndices(text, embedding, start, end).slice(start, end + 1);
  const byStart = new Map(line.map((cluster) => [cluster.start, cluster] as const));
  const seen = order
    .map((index) => byStart.get(index))
    .filter((cluster) => cluster !== undefined)
    .filter(isDrawn);
  const groups: Group[] = [];
  for (const cluster of seen) {
    const group = groups.at(-1);
    const turned = ((embedding.levels[cluster.start] ?? 0) & 1) === 1;
    if (group?.font === cluster.font && group.turned === turned) group.clusters.push(cluster);
    else groups.push({ font: cluster.font, turned, clusters: [cluster] });
  }
  let left = 0;
  const runs = groups.map(({ font, turned, clusters }) => {
    const piece = turned ? forFonts(clusters) : textOf(clusters);
    const width = font.width(piece) * size;
    const run = { text: piece, font, width, left };
    left += width;
    return { run, start: Math.min(...clusters.map((cluster) => cluster.start)) };
  });
  const asRead = runs.toSorted((one, other) => one.start - other.start);
  return { runs: asRead.map(({ run }) => run), width: left };
}

/** Brackets open to the other side; and words of a script that fonts turn round are given back as they are spoken. */
function forFonts(clusters: readonly Drawn[]): string {
  const mirrored = clusters.map((cluster) => ({
    ...cluster,
    text: bidi.getMirroredCharacter(cluster.text) ?? cluster.text,
  }));
  return textOf(turnedByFonts.test(textOf(clusters)) ? mirrored.toReversed() : mirrored);
}

function textOf(clusters: readonly Cluster[]): string {
  return clusters.map(({ text }) => text).join('');
}
