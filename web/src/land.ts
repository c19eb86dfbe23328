// Country borders, packed by borders.mjs: unpacked here to shapes that d3-geo draws.

import { data } from "./data";

interface Packed {
  grid: number;
  arcs: string[];
  countries: [string, number[][][]][];
}

export type Point = [number, number]; // longitude, latitude

/** One piece of land of a country, with its middle and how many degrees it reaches from there. */
interface Shape {
  rings: number[][][];
  at: Point;
  reach: number;
}

export interface Country {
  name: string;
  shapes: Shape[];
}

export interface Land {
  type: "MultiPolygon";
  coordinates: number[][][][];
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

function shaped(rings: number[][][]): Shape {
  const outer = rings[0] as Point[];
  const lons = outer.map((p) => p[0]);
  const lats = outer.map((p) => p[1]);
  const at: Point = [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
  return { rings, at, reach: Math.max(...outer.map((p) => distance(p, at))) };
}

let known: Country[] | undefined;

/** All countries, none where the report has no borders in it. */
export function countries(): Country[] {
  if (known) return known;
  const packed = data<Packed>(document.getElementById("borders"));
  const arcs = packed?.arcs.map((text) => unpacked(text, packed.grid)) ?? [];
  known = (packed?.countries ?? []).map(([name, shapes]) => {
    const pieces = shapes.map((rings) => rings.map((r) => ring(r, arcs)).filter((r) => r.length > 3));
    return { name, shapes: pieces.filter((rings) => rings.length).map(shaped) };
  });
  return known;
}

/** The land of a country that comes within `reach` degrees of a point: the rest would cost time and not be seen. */
export function landNear(country: Country, at: Point, reach: number): Land | null {
  const near = country.shapes.filter((shape) => distance(shape.at, at) < shape.reach + reach);
  return near.length ? { type: "MultiPolygon", coordinates: near.map((shape) => shape.rings) } : null;
}

/** Degrees along the sphere. */
export function distance([a, b]: Point, [c, d]: Point): number {
  const cos = Math.sin(b * RAD) * Math.sin(d * RAD) + Math.cos(b * RAD) * Math.cos(d * RAD) * Math.cos((a - c) * RAD);
  return Math.acos(Math.max(-1, Math.min(1, cos))) / RAD;
}

const RAD = Math.PI / 180;
