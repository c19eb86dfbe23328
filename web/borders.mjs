// Country borders for the report's map: Natural Earth 1:50m by way of world-atlas, simplified and packed.
// An arc is a string: steps on a grid of GRID to the degree, zigzag, five bits a character, lowest first, a sixth bit for "goes on".
import { readFileSync } from "node:fs";
import { feature } from "topojson-client";
import { presimplify, simplify, filter, filterWeight } from "topojson-simplify";

const GRID = 100;
const LEAST_TURN = 0.0065; // square degrees of a corner that may be cut off
const LEAST_ISLE = 0.02; // square degrees of an island that may be left out
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function packed(arc) {
  let text = "";
  let before = [0, 0];
  for (const point of arc) {
    const now = point.map((degrees) => Math.round(degrees * GRID));
    if (text && now[0] === before[0] && now[1] === before[1]) continue;
    for (const axis of [0, 1]) text += number(now[axis] - before[axis]);
    before = now;
  }
  return text;
}

function number(value) {
  let rest = value < 0 ? -2 * value - 1 : 2 * value;
  let text = "";
  do {
    const more = rest > 31 ? 32 : 0;
    text += DIGITS[(rest & 31) | more];
    rest = Math.floor(rest / 32);
  } while (rest);
  return text;
}

export function borders() {
  const world = JSON.parse(readFileSync(new URL("node_modules/world-atlas/countries-50m.json", import.meta.url)));
  delete world.objects.land;
  const weighed = presimplify(world);
  const fewer = filter(simplify(weighed, LEAST_TURN), filterWeight(weighed, LEAST_ISLE));
  const arcs = fewer.arcs.map((arc) => packed(arc));
  const countries = fewer.objects.countries.geometries
    .filter((g) => g.type !== null && g.properties.name !== "Antarctica")
    .map((g) => [g.properties.name, g.type === "Polygon" ? [g.arcs] : g.arcs]);
  return { grid: GRID, arcs, countries };
}
