// When each value was said: a lane for a voice, a line for as long as its value stood, struck through where it was replaced.

import { utcTicks } from "d3-time";
import type { Saying } from "./data";
import { cut, html, plural, svg } from "./dom";
import { round } from "./map";
import { day, hour, moment, month, shortDay, when } from "./time";

export const NARROW = 560; // pixels below which a list reads better than a drawing
const NAMES = 196; // pixels for the names of voices
const NAME = 29; // letters of a name
const RIGHT = 18;
const LANE = 26;
const HEAD = 30;
const AXIS = 30;
const LETTER = 7.4;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Value {
  saying: Saying;
  times: number[];
  until: number | null; // when its own voice replaced it
  row: number;
}

interface Lane {
  voice: string;
  values: Value[];
  rows: number;
}

type Scale = (time: number) => number;

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** The value with its times, null where no page that gives it has a day. */
function valueOf(saying: Saying): Value | null {
  const times = saying.said.flatMap((s) => (s.at === null ? [] : moment(s.at).getTime())).sort((a, b) => a - b);
  if (!times.length) return null;
  return { saying, times, until: saying.struck_at ? moment(saying.struck_at).getTime() : null, row: 0 };
}

const first = (value: Value): number => value.times[0] as number;
const last = (value: Value): number => value.until ?? (value.times[value.times.length - 1] as number);
const again = (value: Value): number[] => [...new Set(value.times)].filter((time) => time > first(value));
const wide = (value: Value): number => cut(value.saying.value, 30).length * LETTER + 16;

/** Puts each value in the first row of the lane in which nothing stands in its way. */
function lane(voice: string, values: Value[], x: Scale, right: number): Lane {
  const ends: number[] = [];
  for (const value of values.sort((a, b) => first(a) - first(b))) {
    const from = Math.min(x(first(value)), right - wide(value));
    const to = Math.max(from + wide(value), x(last(value)) + 8);
    let row = ends.findIndex((end) => end < from - 6);
    if (row < 0) row = ends.length;
    ends[row] = to;
    value.row = row;
  }
  return { voice, values, rows: ends.length };
}

function scaleOf(times: readonly number[], width: number): { x: Scale; from: number; to: number } {
  let [from, to] = [Math.min(...times), Math.max(...times)];
  const pad = Math.max((to - from) * 0.03, to - from < DAY ? HOUR : 3 * HOUR);
  [from, to] = [from - pad, to + pad];
  return { from, to, x: (time) => NAMES + ((time - from) / (to - from)) * (width - NAMES - RIGHT) };
}

function tickWords(tick: Date, step: number, first: boolean): string {
  if (step < DAY) return tick.getUTCHours() === 0 || first ? `${shortDay(tick)}, ${hour(tick)}` : hour(tick);
  if (step < 27 * DAY) return first || (tick.getUTCMonth() === 0 && tick.getUTCDate() === 1) ? day(tick) : shortDay(tick);
  return step < 300 * DAY ? month(tick) : String(tick.getUTCFullYear());
}

function axis(from: number, to: number, x: Scale, width: number, height: number): SVGGElement {
  const ticks = utcTicks(new Date(from), new Date(to), Math.max(2, Math.floor((width - NAMES) / 130)));
  const step = ticks.length > 1 ? (ticks[1] as Date).getTime() - (ticks[0] as Date).getTime() : DAY;
  const group = svg("g", { class: "axis", "aria-hidden": "true" });
  let free = 0;
  for (const [n, tick] of ticks.entries()) {
    const cx = round(x(tick.getTime()));
    const words = tickWords(tick, step, n === 0);
    group.append(svg("path", { d: `M${cx},${AXIS - 6}V${height}` }));
    const half = (words.length * 6) / 2;
    if (cx - half < free || cx + half > width) continue;
    group.append(svg("text", { x: cx, y: AXIS - 12, "text-anchor": "middle" }, words));
    free = cx + half + 8;
  }
  return group;
}

function told({ saying, times, until }: Value): string {
  const [hourly] = saying.said.filter((s) => s.at !== null);
  const day_ = (time: number): string => when(new Date(time).toISOString(), hourly?.to_hour ?? false);
  const often = times.length > 1 ? `, ${plural(times.length, "time")}` : "";
  const replaced = saying.struck ? `; replaced${until === null ? "" : ` ${day_(until)}`}` : "";
  return `${saying.voice}, ${saying.question}: ${saying.value}, ${day_(times[0] as number)}${often}${replaced}`;
}

function drawValue(value: Value, x: Scale, top: number, right: number): SVGAElement {
  const { saying, until } = value;
  const [start, end] = [round(x(first(value))), round(x(last(value)))];
  const y = top + value.row * LANE + LANE / 2;
  const turned = start + wide(value) > right;
  const text = { class: "value", "aria-hidden": "true", x: turned ? start - 8 : start + 8, y: y + 4, "text-anchor": turned ? "end" : "start" };
  const line = `M${start},${y + 9}H${end}${until === null ? "" : "m0,-4v8"}`;
  const [left, far] = turned ? [start - wide(value), Math.max(end, start + 6)] : [start - 6, Math.max(end, start + wide(value))];
  const ref = saying.said.find((s) => s.at !== null);
  return svg(
    "a",
    { class: saying.struck ? "said replaced" : "said", href: `#${ref?.href}`, "data-page": ref?.page },
    svg("title", {}, told(value)),
    svg("rect", { class: "target", x: round(left), y: y - LANE / 2 + 1, width: round(far - left), height: LANE - 2 }),
    svg("path", { class: "stood", d: line }),
    svg("circle", { class: "first", cx: start, cy: y, r: 3.5 }),
    ...again(value).map((time) => svg("path", { class: "again", d: `M${round(x(time))},${y + 5}v8` })),
    svg("text", text, cut(saying.value, 30)),
  );
}

/** Draws into `figure`; false where there is no room or nothing dated to draw. */
export function drawTimeline(figure: HTMLElement, sayings: readonly Saying[], title: string): boolean {
  const width = figure.clientWidth;
  const values = sayings.map(valueOf).filter((v) => v !== null);
  if (width < NARROW || !values.length) return false;
  const { x, from, to } = scaleOf(values.flatMap((v) => [...v.times, last(v)]), width);
  const root = svg("svg", { class: "timeline", role: "group", "aria-label": `When each value was said: ${title}` });
  const rows = svg("g", {});
  let y = AXIS;
  for (const [question, its] of grouped(values, (v) => v.saying.question)) {
    rows.append(svg("text", { class: "question", x: 0, y: y + 20 }, question));
    y += HEAD;
    for (const [voice, said] of grouped(its, (v) => v.saying.voice)) {
      const one = lane(voice, said, x, width - 4);
      const name = svg("text", { class: "voice", x: 0, y: y + LANE / 2 + 4 }, svg("title", {}, voice), cut(voice, NAME));
      rows.append(svg("path", { class: "lane", d: `M0,${y}H${width}` }), name);
      rows.append(...one.values.map((value) => drawValue(value, x, y, width - 4)));
      y += one.rows * LANE + 2;
    }
    y += 8;
  }
  root.append(axis(from, to, x, width, y), rows);
  for (const [name, size] of [["viewBox", `0 0 ${width} ${y + 4}`], ["width", width], ["height", y + 4]] as const) root.setAttribute(name, String(size));
  figure.replaceChildren(root, html("figcaption", {}, CAPTION));
  return true;
}

const CAPTION =
  "A dot where a value was first said, by the day of the page; small strokes where it was said again; the line runs as long as it was said. " +
  "Struck through: replaced by the voice itself at the end of the line.";
