// Offsets in the data count code points; the browser counts UTF-16 units.

const WIDE = /[\ud800-\udbff][\udc00-\udfff]/g;

/** A function from code points to UTF-16 units of `text`. */
export function toUnits(text: string): (points: number) => number {
  const wide: number[] = []; // where, in code points, characters of two units stand
  for (const found of text.matchAll(WIDE)) wide.push(found.index - wide.length);
  return (points) => points + below(wide, points);
}

/** A function from UTF-16 units to code points. */
export function toPoints(text: string): (units: number) => number {
  const wide: number[] = [];
  for (const found of text.matchAll(WIDE)) wide.push(found.index);
  return (units) => units - below(wide, units);
}

function below(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
