// All incidents at once: where (near ones together, closer on a click) and when (so many a day, week, month or year).

import { utcDay, utcMonth, utcYear, utcMonday, type CountableTimeInterval } from "d3-time";
import type { Incident, Town } from "./data";
import { button, html, plural, svg } from "./dom";
import { countries } from "./land";
import { clustered, fitted, Ground, label, mark, round, type Spot } from "./map";
import { far, spot } from "./place";
import { day, moment, month } from "./time";

interface Told extends Spot {
  incident: Incident;
}

const LABELLED = 14; // incidents up to which each is named on the map
const MOST_TITLES = 8; // incidents named in what a cluster says of itself
const MOST_BARS = 48;
const BARS = 110; // height in pixels

function told(incidents: readonly Incident[]): Told[] {
  return incidents.flatMap((incident) => {
    const home = incident.place && spot(incident.place, true);
    if (!home) return [];
    const title = `${incident.title}, ${plural(incident.counts.pages, "page")}, within about ${far(home.km)}`;
    return [{ ...home, title, href: `#${incident.id}`, page: null, incident }];
  });
}

/** The map of many incidents: it keeps how far the reader has gone into it. */
export class OverviewMap {
  private within: ReadonlySet<string> | null = null;
  private shown: readonly Incident[] = [];

  constructor(
    private readonly figure: HTMLElement,
    private readonly towns: readonly Town[],
  ) {}

  show(incidents: readonly Incident[]): void {
    this.shown = incidents;
    this.within = null;
    this.draw();
  }

  draw(): void {
    const all = told(this.shown);
    const spots = this.within ? all.filter((s) => this.within?.has(s.incident.id)) : all;
    this.figure.hidden = !spots.length || !countries().length;
    if (this.figure.hidden) return;
    const width = this.figure.clientWidth;
    const height = Math.round(Math.min(520, Math.max(260, width * 0.5)));
    const ground = new Ground(fitted(spots, width, height), width, height);
    ground.root.setAttribute("role", "group");
    ground.root.setAttribute("aria-label", `Map of ${plural(spots.length, "incident")}`);
    const groups = clustered(ground, spots);
    for (const group of groups) this.group(ground, group.at, group.spots);
    if (groups.length <= LABELLED * 2) for (const { spots: [first] } of groups) if (first) label(ground, first);
    ground.scale();
    ground.names(spots);
    ground.towns(this.towns.filter((t) => !spots.some((s) => s.label === t.name)), Math.round(width / 80));
    const unknown = this.shown.length - all.length;
    const missing = unknown ? ` ${plural(unknown, "incident")} without a known place ${unknown === 1 ? "is" : "are"} not on it.` : "";
    const words = `Each disc is as wide as its place is uncertain; a number stands for incidents too near to part here.${missing} Borders as in Natural Earth; no position is taken on any of them.`;
    const out = this.within ? [button("← The whole map", () => this.whole(), { class: "out" })] : [];
    this.figure.replaceChildren(...out, ground.root, html("figcaption", {}, words));
  }

  private whole(): void {
    this.within = null;
    this.draw();
    this.figure.querySelector<HTMLElement>("[tabindex], a")?.focus({ preventScroll: true });
  }

  private group(ground: Ground, at: [number, number], spots: Told[]): void {
    const [only] = spots;
    if (!only) return;
    if (spots.length === 1) return mark(ground, only);
    const same = spots.every((s) => s.lat === only.lat && s.lon === only.lon);
    const r = 8 + Math.min(12, Math.sqrt(spots.length) * 1.6);
    const [cx, cy] = [round(at[0]), round(at[1])];
    const titles = spots.slice(0, MOST_TITLES).map((s) => s.incident.title);
    const more = spots.length > MOST_TITLES ? ` and ${spots.length - MOST_TITLES} more` : "";
    const deeper = same && this.within !== null ? "" : "; opens a closer map";
    const name = `${plural(spots.length, "incident")} at or near ${only.label}${deeper}: ${titles.join("; ")}${more}`;
    const group = svg("g", { class: "cluster", role: "button", tabindex: 0 }, svg("title", {}, name));
    group.append(
      svg("circle", { class: "target", cx, cy, r: Math.max(r, 12) }),
      svg("circle", { cx, cy, r: round(r) }),
      svg("text", { "aria-hidden": "true", x: cx, y: cy + 4, "text-anchor": "middle" }, String(spots.length)),
    );
    const closer = (): void => {
      if (same && this.within !== null) return;
      this.within = new Set(spots.map((s) => s.incident.id));
      this.draw();
      this.figure.querySelector<HTMLElement>("button.out")?.focus({ preventScroll: true });
    };
    group.addEventListener("click", closer);
    group.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      closer();
    });
    ground.root.append(group);
    ground.labels.take({ left: cx - r, right: cx + r, top: cy - r, bottom: cy + r });
  }
}

interface Bar {
  from: Date;
  to: Date;
  count: number;
}

const STEPS: [CountableTimeInterval, (date: Date) => string][] = [
  [utcDay, day],
  [utcMonday, (date) => `week of ${day(date)}`],
  [utcMonth, month],
  [utcMonth.every(3) as CountableTimeInterval, (date) => `three months from ${month(date)}`],
  [utcYear, (date) => String(date.getUTCFullYear())],
];

function bars(days: readonly Date[]): { bars: Bar[]; name: (date: Date) => string } {
  const sorted = [...days].sort((a, b) => a.getTime() - b.getTime());
  const [first, last] = [sorted[0] as Date, sorted[sorted.length - 1] as Date];
  const fits = ([step]: (typeof STEPS)[number]): boolean => step.range(step.floor(first), utcDay.offset(last, 1)).length <= MOST_BARS;
  const [step, name] = STEPS.find(fits) ?? (STEPS[STEPS.length - 1] as (typeof STEPS)[number]);
  const starts = step.range(step.floor(first), utcDay.offset(last, 1));
  const made = starts.map((from) => ({ from, to: utcDay.offset(step.offset(from, 1), -1), count: 0 }));
  let n = 0;
  for (const date of sorted) {
    while (n + 1 < made.length && date >= (made[n + 1] as Bar).from) n += 1;
    (made[n] as Bar).count += 1;
  }
  return { bars: made, name };
}

const iso = (date: Date): string => date.toISOString().slice(0, 10);

/** How many incidents when; a bar chooses its time. False where nothing is dated. */
export function drawWhen(figure: HTMLElement, incidents: readonly Incident[], choose: (from: string, to: string) => void): boolean {
  const dated = incidents.filter((i) => i.date);
  if (dated.length < 2) return false;
  const { bars: all, name } = bars(dated.map((i) => moment((i.date as [string, string])[0])));
  if (all.length < 2) return false;
  const width = figure.clientWidth;
  const height = BARS + 40;
  const root = svg("svg", { class: "when", role: "group", "aria-label": "Incidents by time", viewBox: `0 0 ${width} ${height}`, width, height });
  const most = Math.max(...all.map((b) => b.count));
  const step = (width - 8) / all.length;
  const wide = Math.min(56, step);
  let free = 0;
  for (const [n, bar] of all.entries()) {
    const x = 4 + n * wide;
    const tall = bar.count ? Math.max(3, (bar.count / most) * BARS) : 0;
    const words = `${name(bar.from)}: ${plural(bar.count, "incident")}`;
    const act = (): void => choose(iso(bar.from), iso(bar.to));
    const group = bar.count ? svg("g", { class: "bar", role: "button", tabindex: 0 }) : svg("g", {});
    group.append(
      svg("title", {}, words),
      svg("rect", { class: "target", x: round(x), y: 0, width: round(wide), height: BARS + 16 }),
      svg("rect", { class: "count", x: round(x + 1), y: round(BARS + 14 - tall), width: round(Math.max(1, wide - 2)), height: round(tall) }),
    );
    if (bar.count && wide >= 14) group.append(svg("text", { class: "n", "aria-hidden": "true", x: round(x + wide / 2), y: round(BARS + 9 - tall), "text-anchor": "middle" }, String(bar.count)));
    if (bar.count) {
      group.addEventListener("click", act);
      group.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          act();
        }
      });
    }
    root.append(group);
    const short = name(bar.from).replace(/^(week of|three months from) /, "");
    if (x >= free && x + short.length * 6 < width) {
      root.append(svg("text", { class: "tick", x: round(x + 1), y: height - 8 }, short), svg("path", { class: "tick", d: `M${round(x + 1)},${BARS + 15}v6` }));
      free = x + short.length * 6.4 + 12;
    }
  }
  const without = incidents.length - dated.length;
  const missing = without ? ` ${plural(without, "incident")} without a known day left out.` : "";
  figure.replaceChildren(root, html("figcaption", {}, `Incidents by the first day on which they may have been. Choose a bar to see those alone.${missing}`));
  return true;
}
