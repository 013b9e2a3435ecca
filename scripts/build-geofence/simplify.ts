export type Position = readonly [longitude: number, latitude: number];
export type Ring = readonly Position[];
export type Polygons = readonly (readonly Ring[])[];

/** Douglas-Peucker for each ring, none farther than `tolerance` degrees from the original; rings stay closed. */
export function simplifyPolygons(polygons: Polygons, tolerance: number): Polygons {
  return polygons.map((rings) => rings.map((ring) => simplifyRing(ring, tolerance)));
}

export function roundPolygons(polygons: Polygons, decimals: number): Polygons {
  const round = (value: number) => Number(value.toFixed(decimals));
  return polygons.map((rings) =>
    rings.map((ring) => ring.map(([longitude, latitude]): Position => [round(longitude), round(latitude)])),
  );
}

function simplifyRing(ring: Ring, tolerance: number): Ring {
  // A ring begins where it ends, so it's cut in two at the point farthest from there.
  const far = farthest(ring, 0, ring.length - 1).index;
  const simplified = [...simplifyLine(ring.slice(0, far + 1), tolerance), ...simplifyLine(ring.slice(far), tolerance).slice(1)];
  // An island must stay an area: four positions at the least, the last the same as the first.
  return simplified.length >= 4 ? simplified : ring;
}

function simplifyLine(line: Ring, tolerance: number): Ring {
  const last = line.length - 1;
  const { index, distance } = farthest(line, 0, last);
  const [start, end] = [line[0], line[last]];
  if (!start || !end || last < 2 || distance <= tolerance) return start && end && last > 0 ? [start, end] : line;
  return [...simplifyLine(line.slice(0, index + 1), tolerance), ...simplifyLine(line.slice(index), tolerance).slice(1)];
}

function farthest(line: Ring, from: number, to: number): { readonly index: number; readonly distance: number } {
  let best = { index: from, distance: 0 };
  for (let index = from + 1; index < to; index += 1) {
    const distance = distanceToSegment(line[index], line[from], line[to]);
    if (distance > best.distance) best = { index, distance };
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
