// Country borders, packed by borders.mjs: unpacked here to shapes that d3-geo draws.

import { data } from "./data";

interface Packed {
  grid: number;
  arcs: string[];
  countries: [string, number[][][]][];
}

export interface Country {
  type: "Feature";
  properties: { name: string };
  geometry: { type: "MultiPolygon"; coordinates: number[][][][] };
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function unpacked(text: string, grid: number): number[][] {
  const points: number[][] = [];
  const at = [0, 0];
  let axis = 0;
  let value = 0;
  let weight = 1;
  for (const digit of text) {
    const bits = DIGITS.indexOf(digit);
    value += (bits & 31) * weight;
    weight *= 32;
    if (bits & 32) continue;
    at[axis] = (at[axis] as number) + (value % 2 ? -(value + 1) / 2 : value / 2);
    if (axis) points.push([(at[0] as number) / grid, (at[1] as number) / grid]);
    axis = 1 - axis;
    value = 0;
    weight = 1;
  }
  return points;
}

function ring(numbers: readonly number[], arcs: readonly number[][][]): number[][] {
  const line: number[][] = [];
  for (const n of numbers) {
    const arc = n < 0 ? [...(arcs[~n] as number[][])].reverse() : (arcs[n] as number[][]);
    line.push(...(line.length ? arc.slice(1) : arc));
  }
  return line;
}

let known: Country[] | undefined;

/** All countries, none where the report has no borders in it. */
export function countries(): Country[] {
  if (known) return known;
  const packed = data<Packed>(document.getElementById("borders"));
  const arcs = packed?.arcs.map((text) => unpacked(text, packed.grid)) ?? [];
  known = (packed?.countries ?? []).map(([name, shapes]) => ({
    type: "Feature",
    properties: { name },
    geometry: {
      type: "MultiPolygon",
      coordinates: shapes.map((rings) => rings.map((r) => ring(r, arcs)).filter((r) => r.length > 3)).filter((s) => s.length),
    },
  }));
  return known;
}
