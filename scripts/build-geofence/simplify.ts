export type Position = readonly [longitude: number, latitude: number];
export type Ring = readonly Position[];
export type Polygons = readonly (readonly Ring[])[];

/** Degrees that the outline may be off at this position. */
export type Tolerance = (position: Position) => number;

/**
 * The longest edge in degrees. Positions are judged on the flat map and distances along great circles: an edge of 2.6
 * degrees on the border of Arizona bows 1.5 km away from itself, one of 0.5 degrees 60 m.
 */
const longestEdge = 0.5;

/** Douglas-Peucker for each ring, no position farther off than its tolerance; rings stay closed. */
export function simplifyPolygons(polygons: Polygons, tolerance: Tolerance): Polygons {
  return polygons.map((rings) => rings.map((ring) => simplifyRing(ring, tolerance)));
}

export function roundPolygons(polygons: Polygons, decimals: number): Polygons {
  const round = (value: number) => Number(value.toFixed(decimals));
  return polygons.map((rings) =>
    rings.map((ring) => ring.map(([longitude, latitude]): Position => [round(longitude), round(latitude)])),
  );
}

function simplifyRing(ring: Ring, tolerance: Tolerance): Ring {
  // A ring begins where it ends, so it's cut in two at the point farthest from there.
  const far = farthest(ring, () => 1).index;
  const halves = [simplifyLine(ring.slice(0, far + 1), tolerance), simplifyLine(ring.slice(far), tolerance)];
  const simplified = [...(halves[0] ?? []), ...(halves[1] ?? []).slice(1)];
  // An island must stay an area: four positions at the least, the last the same as the first.
  return simplified.length >= 4 ? simplified : ring;
}

function simplifyLine(line: Ring, tolerance: Tolerance): Ring {
  const [start, end] = [line[0], line.at(-1)];
  if (!start || !end || line.length < 2)
    throw new Error(`expected a line of two positions or more, found ${line.length}`);
  const { index, excess } = farthest(line, tolerance);
  if (line.length === 2 || excess <= 1) return withoutLongEdge(start, end);
  return [...simplifyLine(line.slice(0, index + 1), tolerance), ...simplifyLine(line.slice(index), tolerance).slice(1)];
}

function withoutLongEdge(start: Position, end: Position): Ring {
  const pieces = Math.ceil(Math.hypot(end[0] - start[0], end[1] - start[1]) / longestEdge) || 1;
  const along = (from: number, to: number, piece: number) => from + ((to - from) * piece) / pieces;
  return Array.from({ length: pieces + 1 }, (_, piece) => [
    along(start[0], end[0], piece),
    along(start[1], end[1], piece),
  ]);
}

/** The position that is off by most times its tolerance, were the line drawn straight from end to end. */
function farthest(line: Ring, tolerance: Tolerance): { readonly index: number; readonly excess: number } {
  let best = { index: 0, excess: 0 };
  for (const [index, position] of line.entries()) {
    const excess = distanceToSegment(position, line[0], line.at(-1)) / tolerance(position);
    if (excess > best.excess) best = { index, excess };
  }
  return best;
}

function distanceToSegment(point?: Position, start?: Position, end?: Position): number {
  if (!point || !start || !end) throw new Error('expected three positions of a ring, found fewer');
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point[0] - start[0] - share * dx, point[1] - start[1] - share * dy);
}
