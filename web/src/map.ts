// A map without tiles: borders, the places of incidents, and round each a disc as wide as the place is uncertain.

import { geoAzimuthalEqualArea, geoCircle, geoEqualEarth, geoGraticule10, geoPath, type GeoProjection } from "d3-geo";
import type { Town } from "./data";
import { cut, svg } from "./dom";
import { countries, distance, type Land, landNear, type Point } from "./land";

export interface Spot {
  lat: number;
  lon: number;
  km: number;
  label: string;
  title: string;
  href: string | null;
  page?: string | null;
  main: boolean;
}

const KM_A_DEGREE = 111.2;
const LEAST_SPAN = 7; // degrees shown at least, so that something of the country can be seen
const WIDE = 100; // degrees from which the whole earth is shown
const MARK = 5; // radius of a mark in pixels
const CLOSE = 16; // pixels nearer than which marks of an index are one
const MOST_NAMES = 40; // countries named
const LETTER = 6.2; // mean width in pixels of a letter of a label

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const crosses = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Labels put down so far; one that would cross another is not put down. */
class Labels {
  private readonly boxes: Box[] = [];

  constructor(private readonly frame: Box) {}

  take(box: Box): void {
    this.boxes.push(box);
  }

  fits(box: Box): boolean {
    const inside = box.left >= this.frame.left && box.right <= this.frame.right && box.top >= this.frame.top && box.bottom <= this.frame.bottom;
    return inside && !this.boxes.some((b) => crosses(b, box));
  }

  /** The first of the spots round a mark where a label has room. */
  place([x, y]: Point, text: string, size: number, gap: number): { x: number; y: number; anchor: string } | null {
    const width = text.length * LETTER * (size / 12) + 4;
    const tries: [number, number, string][] = [
      [x + gap, y + size * 0.35, "start"],
      [x - gap, y + size * 0.35, "end"],
      [x, y - gap - 2, "middle"],
      [x, y + gap + size * 0.85, "middle"],
    ];
    for (const [tx, ty, anchor] of tries) {
      const left = anchor === "start" ? tx : anchor === "end" ? tx - width : tx - width / 2;
      const box = { left: left - 2, right: left + width, top: ty - size, bottom: ty + size * 0.3 };
      if (!this.fits(box)) continue;
      this.take(box);
      return { x: tx, y: ty, anchor };
    }
    return null;
  }
}

function corners(spots: readonly Spot[]): Point[] {
  return spots.flatMap(({ lat, lon, km }) => {
    const r = Math.max(km * 1.25, 30) / KM_A_DEGREE;
    const east = r / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
    return [[lon - east, lat - r], [lon + east, lat - r], [lon - east, lat + r], [lon + east, lat + r]] as Point[];
  });
}

function middle(points: readonly Point[]): Point {
  let [x, y, z] = [0, 0, 0];
  for (const [lon, lat] of points) {
    const [l, p] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
    x += Math.cos(p) * Math.cos(l);
    y += Math.cos(p) * Math.sin(l);
    z += Math.sin(p);
  }
  return [(Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI];
}

/** A projection that shows all spots: of the earth where they are far apart, else of their surroundings. */
export function fitted(spots: readonly Spot[], width: number, height: number): GeoProjection {
  const points = corners(spots);
  const [lon, lat] = middle(points);
  const away = Math.max(...points.map((p) => distance(p, [lon, lat])));
  const frame: [Point, Point] = [[16, 16], [width - 16, height - 16]];
  if (away * 2 > WIDE) return geoEqualEarth().fitExtent(frame, { type: "Sphere" }).precision(0);
  const least: Point[] = [[lon, lat - LEAST_SPAN / 2], [lon, lat + LEAST_SPAN / 2]].map(([a, b]) => [a as number, Math.max(-89, Math.min(89, b as number))]);
  const shape = { type: "MultiPoint" as const, coordinates: [...points, ...least] };
  return geoAzimuthalEqualArea().rotate([-lon, -lat]).fitExtent(frame, shape).clipExtent([[-8, -8], [width + 8, height + 8]]).precision(0);
}

/** The ground of a map: water, land, borders, and names where they have room. */
export class Ground {
  readonly root: SVGSVGElement;
  readonly labels: Labels;
  private readonly path;
  private readonly shown: { name: string; land: Land }[];

  constructor(
    readonly projection: GeoProjection,
    readonly width: number,
    readonly height: number,
  ) {
    this.root = svg("svg", { class: "map", viewBox: `0 0 ${width} ${height}`, width, height });
    this.labels = new Labels({ left: 4, top: 4, right: width - 4, bottom: height - 4 });
    this.path = geoPath(projection);
    const water = projection.clipExtent() ? null : this.path({ type: "Sphere" });
    this.root.append(water ? svg("path", { class: "water", d: water }) : svg("rect", { class: "water", width, height }));
    this.root.append(svg("path", { class: "graticule", d: this.path(geoGraticule10()) }));
    const [at, reach] = this.view();
    this.shown = countries().flatMap((country) => {
      const land = landNear(country, at, reach);
      const d = land && this.path(land);
      if (!land || !d) return [];
      this.root.append(svg("path", { class: "land", d }));
      return { name: country.name, land };
    });
  }

  /** The middle of what is seen, and how many degrees of the earth are seen around it. */
  private view(): [Point, number] {
    const seen = (x: number, y: number): Point | null => this.projection.invert?.([x, y]) ?? null;
    const middle = seen(this.width / 2, this.height / 2);
    const corners = [seen(0, 0), seen(this.width, 0), seen(0, this.height), seen(this.width, this.height)];
    if (!this.projection.clipExtent() || !middle) return [[0, 0], 180];
    return [middle, Math.max(...corners.map((c) => (c ? distance(c, middle) : 180)))];
  }

  disc(spot: Spot): SVGPathElement | null {
    const d = this.path(geoCircle().center([spot.lon, spot.lat]).radius(spot.km / KM_A_DEGREE).precision(3)());
    return d ? svg("path", { class: spot.main ? "disc" : "disc other", d }) : null;
  }

  at(spot: { lon: number; lat: number }): Point | null {
    return this.projection([spot.lon, spot.lat]);
  }

  /** Names of countries, in their largest visible part, widest first; to be put down after the marks. */
  names(known: readonly Spot[]): void {
    const size = (box: [Point, Point]): number => (box[1][0] - box[0][0]) * (box[1][1] - box[0][1]);
    const shown = this.shown
      .filter(({ name }) => !known.some((s) => s.label === name))
      .map(({ name, land }) => ({ name, box: this.path.bounds(land), spot: this.path.centroid(land) }))
      .filter(({ box, spot }) => Number.isFinite(spot[0]) && box[1][0] - box[0][0] > 24)
      .sort((a, b) => size(b.box) - size(a.box));
    for (const { name, box, spot } of shown.slice(0, MOST_NAMES)) {
      const width = name.length * LETTER * 1.25;
      if (width > box[1][0] - box[0][0]) continue;
      const here = { left: spot[0] - width / 2, right: spot[0] + width / 2, top: spot[1] - 9, bottom: spot[1] + 4 };
      if (!this.labels.fits(here)) continue;
      this.labels.take(here);
      this.root.append(svg("text", { class: "country", x: round(spot[0]), y: round(spot[1]), "text-anchor": "middle" }, name));
    }
  }

  towns(towns: readonly Town[], most: number): void {
    let left = most;
    for (const town of [...towns].sort((a, b) => b.people - a.people)) {
      const point = this.at(town);
      if (!point || left === 0) continue;
      const placed = this.labels.place(point, town.name, 11, 5);
      if (!placed) continue;
      left -= 1;
      this.root.append(
        svg("circle", { class: "town", cx: round(point[0]), cy: round(point[1]), r: 1.8 }),
        svg("text", { class: "town", x: round(placed.x), y: round(placed.y), "text-anchor": placed.anchor }, town.name),
      );
    }
  }

  /** A line as long as a round number of kilometres. */
  scale(): void {
    if (!this.projection.clipExtent()) return;
    const [x, y]: Point = [14, this.height - 14];
    const [from, to] = [this.projection.invert?.([x, y]), this.projection.invert?.([x + 100, y])];
    if (!from || !to) return;
    const km = distance(from, to) * KM_A_DEGREE;
    const nice = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1].find((n) => n <= km) ?? 1;
    const length = round((100 * nice) / km);
    this.labels.take({ left: x, right: x + length + 50, top: y - 10, bottom: y + 4 });
    this.root.append(
      svg("path", { class: "scale", d: `M${x},${y - 5}v5h${length}v-5` }),
      svg("text", { class: "scale", x: x + length + 6, y }, `${nice} km`),
    );
  }
}

export const round = (n: number): number => Math.round(n * 10) / 10;

/** A mark with its disc and its label, as a link where it leads somewhere. */
export function mark(ground: Ground, spot: Spot): void {
  const point = ground.at(spot);
  if (!point) return;
  const disc = ground.disc(spot);
  const [cx, cy] = point.map(round) as Point;
  const shape = svg("circle", { class: spot.main ? "mark" : "mark other", cx, cy, r: spot.main ? MARK : MARK - 1.5 });
  const target = svg("circle", { class: "target", cx, cy, r: 12 });
  const name = svg("title", {}, spot.title);
  const group = spot.href
    ? svg("a", { href: spot.href, "data-page": spot.page ?? null, "aria-label": spot.title }, name, target, shape)
    : svg("g", {}, name, shape);
  if (disc) ground.root.append(disc);
  ground.root.append(group);
  ground.labels.take({ left: cx - 6, right: cx + 6, top: cy - 6, bottom: cy + 6 });
}

export function label(ground: Ground, spot: Spot): void {
  const point = ground.at(spot);
  const text = cut(spot.label, 28);
  const placed = point && ground.labels.place(point, text, spot.main ? 13 : 12, 9);
  if (!placed) return;
  const kind = spot.main ? "place" : "place other";
  ground.root.append(svg("text", { class: kind, x: round(placed.x), y: round(placed.y), "text-anchor": placed.anchor }, text));
}

/** Marks so near each other that they would cover one another, together. */
export function clustered<S extends Spot>(ground: Ground, spots: readonly S[]): { at: Point; spots: S[] }[] {
  const cells = new Map<string, { at: Point; spots: S[] }[]>();
  const found: { at: Point; spots: S[] }[] = [];
  for (const spot of spots) {
    const at = ground.at(spot);
    if (!at) continue;
    const [cx, cy] = [Math.floor(at[0] / CLOSE), Math.floor(at[1] / CLOSE)];
    const near = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${cx + dx},${cy + dy}`) ?? []));
    const one = near.find((c) => Math.hypot(c.at[0] - at[0], c.at[1] - at[1]) < CLOSE);
    if (one) one.spots.push(spot);
    else {
      const made = { at, spots: [spot] };
      found.push(made);
      const key = `${cx},${cy}`;
      cells.set(key, [...(cells.get(key) ?? []), made]);
    }
  }
  return found;
}
