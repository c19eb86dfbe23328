// Puts the report's parts to work: what stands in the file is readable without this, and all of it is on the page already.

import { data, drawn, EMPTY, type Incident, type Report } from "./data";
import { button, html, plural } from "./dom";
import { Filters } from "./filters";
import { Ways } from "./going";
import { drawGraph } from "./graph";
import { Keys } from "./keys";
import { drawWhen, OverviewMap } from "./overview";
import { drawPlace } from "./place";
import { printsNotes } from "./printing";
import { Search } from "./search";
import { Theme } from "./theme";
import { drawTimeline } from "./timeline";

const NEAR = "600px"; // how far below the window a drawing is made already
const SETTLED = 120; // milliseconds after which a window that was resized is drawn anew

document.querySelector(".scriptless")?.remove(); // no <noscript>: a server's own policy may stop scripts as well

const report = data<Report>(document.getElementById("report-data")) ?? EMPTY;
const incidents = new Map<string, Incident>(report.incidents.map((i) => [i.id, i]));
const drawings = new Map<HTMLElement, () => boolean>();
const widths = new WeakMap<HTMLElement, number>();

/** Draws a figure where there is something to draw and room for it; the list beside it stands open where there is not. */
function draw(figure: HTMLElement): void {
  figure.hidden = false;
  widths.set(figure, figure.clientWidth);
  const shown = drawings.get(figure)?.() ?? false;
  figure.hidden = !shown;
  const list = figure.parentElement?.querySelector<HTMLDetailsElement>(":scope > details.list");
  if (!list) return;
  list.open = !shown;
  list.classList.toggle("alone", !shown);
}

const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      draw(target as HTMLElement);
    }
  },
  { rootMargin: `${NEAR} 0px` },
);

function listed(figure: HTMLElement): void {
  const list = figure.parentElement?.querySelector(":scope > .plain");
  if (!list) return;
  const details = html("details", { class: "list" }, html("summary", {}, "As a list"));
  list.before(details);
  details.append(list);
}

function drawingOf(figure: HTMLElement, incident: Incident): (() => boolean) | null {
  const its = drawn(incident.id);
  if (!its) return null;
  if (figure.dataset["draw"] === "map") return () => drawPlace(figure, incident, its.places, report.towns ?? []);
  if (figure.dataset["draw"] === "timeline") return () => drawTimeline(figure, its.timeline, incident.title);
  return figure.dataset["draw"] === "graph" ? () => drawGraph(figure, its.graph, incident.title) : null;
}

/** What is near is drawn at once, so that nothing moves under the reader's hand; the rest when it comes near. */
function adopt(part: HTMLElement): void {
  let near = true;
  for (const figure of part.querySelectorAll<HTMLElement>("figure.drawing[data-incident]")) {
    const incident = incidents.get(figure.dataset["incident"] as string);
    const drawing = incident && drawingOf(figure, incident);
    if (!drawing) continue;
    drawings.set(figure, drawing);
    listed(figure);
    near &&= figure.getBoundingClientRect().top < innerHeight * 2;
    if (near) draw(figure);
    else watcher.observe(figure);
  }
}

function redrawn(all: boolean): void {
  for (const figure of drawings.keys()) {
    if (!figure.isConnected) drawings.delete(figure);
    else if (all ? !figure.childElementCount && !figure.hidden : widths.has(figure)) draw(figure);
  }
}

function overview(): void {
  const place = document.getElementById("filters");
  const [map, time] = ["index-map", "index-timeline"].map((kind) => document.querySelector<HTMLElement>(`figure[data-draw="${kind}"]`));
  if (!place || report.incidents.length < 2) return;
  let found: readonly Incident[] = [];
  const seen = map ? new OverviewMap(map, report.towns ?? []) : null;
  const when = (): boolean => (time ? drawWhen(time, found, (from, to) => filters.choose(from, to)) : false);
  if (map) drawings.set(map, () => (seen?.draw(), !map.hidden)), widths.set(map, 0);
  if (time) drawings.set(time, when), widths.set(time, 0);
  const filters: Filters = new Filters(place, report, (now) => {
    found = now;
    if (map) (map.hidden = false), seen?.show(now);
    if (time) (time.hidden = false), (time.hidden = !when());
  });
}

/** The pages by name, to open any of them. */
function shelf(): HTMLElement {
  const details = html("details", { class: "shelf", open: report.kind === "index" }, html("summary", {}, plural(report.pages.length, "page"), ", by day"));
  details.addEventListener("toggle", () => {
    if (details.childElementCount > 1) return;
    const rows = report.pages.map((p) => {
      const title = html("bdi", {}, p.title ?? p.name);
      const from = html("span", {}, html("bdi", {}, p.outlet ?? "outlet unknown"), ` · ${p.published?.slice(0, 10) ?? "day unknown"}`);
      return html("li", {}, html("a", { href: `#${p.id}`, "data-page": p.id }, title), from);
    });
    details.append(html("ol", {}, ...rows));
  });
  return details;
}

const shown = (e: HTMLElement): boolean => e.getClientRects().length > 0;

function step(by: 1 | -1): void {
  const now = document.activeElement;
  const page = now?.closest(".page");
  const all = page ? page.querySelectorAll<HTMLElement>("a.mark[id]") : document.querySelectorAll<HTMLElement>("#head a.ref, main > :not(#pages) a.ref");
  const links = [...all].filter(shown);
  const after = (e: Element): boolean => !now || now === document.body || (now.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  const at = links.indexOf(now as HTMLElement);
  const next = at >= 0 ? links[at + by] : by > 0 ? links.find(after) : links.filter((e) => !after(e)).pop();
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

const ways = new Ways(report, adopt);
const search = new Search(report, ways);
const theme = new Theme();
const keys = new Keys({
  next: () => step(1),
  previous: () => step(-1),
  back: () => ways.canGoBack && (ways.back(), true),
  search: () => (search.field.focus(), search.field.scrollIntoView({ block: "nearest" })),
  theme: () => theme.turn(),
});

const find = button("Search", () => search.field.focus(), { class: "find" });
document.getElementById("contents")?.append(html("div", { class: "tools" }, find, theme.control, keys.control));
const pages = document.getElementById("pages");
const label = html("label", { class: "search" }, html("span", {}, "Search in the pages"), search.field);
pages?.querySelector("h2")?.after(label, search.results, shelf());
pages?.setAttribute("tabindex", "0");
adopt(document.body);
overview();
printsNotes(report, () => redrawn(true));
ways.start();

let timer = 0;
let width = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === width) return;
  width = innerWidth;
  clearTimeout(timer);
  timer = setTimeout(() => redrawn(false), SETTLED);
});
