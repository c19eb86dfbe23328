// Who rests on whom: voices on the left, outlets on the right, those between them between; what is inferred is dashed and says so.

import type { Drawn, GraphEdge, GraphNode } from "./data";
import { cut, html, plural, svg } from "./dom";
import { round } from "./map";
import { NARROW } from "./timeline";

const ROW = 40;
const GAP = 10;
const TOP = 26;
const LETTER = 6.9;
const SWEEPS = 6;

interface Placed extends GraphNode {
  column: number;
  x: number;
  y: number;
}

type Graph = Drawn["graph"];

/** Each node's column: voices 0, outlets last, a relay after all that it has things from. */
function columns(graph: Graph): Map<string, number> {
  const kinds = new Map(graph.nodes.map((n) => [n.id, n.kind]));
  const depth = new Map(graph.nodes.map((n) => [n.id, n.kind === "relay" ? 1 : 0]));
  for (let round_ = 0; round_ < 4; round_++) {
    for (const { from, to } of graph.edges) {
      if (from === to || kinds.get(to) !== "relay") continue;
      depth.set(to, Math.min(4, Math.max(depth.get(to) ?? 1, (depth.get(from) ?? 0) + 1)));
    }
  }
  const last = Math.max(1, ...depth.values()) + (graph.nodes.some((n) => n.kind === "relay") ? 1 : 0);
  for (const node of graph.nodes) if (node.kind === "outlet") depth.set(node.id, last);
  return depth;
}

/** Orders each column by the middle of what its nodes hang together with, so that few lines cross. */
function ordered(graph: Graph, depth: Map<string, number>): string[][] {
  const count = Math.max(...depth.values()) + 1;
  const layers = Array.from({ length: count }, (_, c) => graph.nodes.filter((n) => depth.get(n.id) === c).map((n) => n.id));
  const near = new Map<string, string[]>(graph.nodes.map((n) => [n.id, []]));
  for (const { from, to, copied } of graph.edges) {
    if (from === to || copied) continue;
    near.get(from)?.push(to);
    near.get(to)?.push(from);
  }
  const spot = new Map<string, number>();
  const note = (layer: string[]): void => layer.forEach((id, n) => spot.set(id, (n + 0.5) / layer.length));
  layers.forEach(note);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const layer of sweep % 2 ? [...layers].reverse() : layers) {
      const weight = new Map(layer.map((id) => {
        const ends = (near.get(id) ?? []).map((other) => spot.get(other) as number);
        return [id, ends.length ? ends.reduce((a, b) => a + b, 0) / ends.length : (spot.get(id) as number)];
      }));
      layer.sort((a, b) => (weight.get(a) as number) - (weight.get(b) as number));
      note(layer);
    }
  }
  return layers;
}

function placed(graph: Graph, width: number): { nodes: Map<string, Placed>; height: number; boxWidth: number; columns: number } {
  const depth = columns(graph);
  const layers = ordered(graph, depth);
  const tallest = Math.max(...layers.map((l) => l.length));
  const height = TOP + tallest * (ROW + GAP);
  const boxWidth = Math.min(230, (width / layers.length) * 0.68);
  const nodes = new Map<string, Placed>();
  for (const [column, layer] of layers.entries()) {
    const x = layers.length > 1 ? (column * (width - boxWidth)) / (layers.length - 1) : 0;
    const step = (height - TOP) / layer.length;
    for (const [n, id] of layer.entries()) {
      const node = graph.nodes.find((other) => other.id === id) as GraphNode;
      nodes.set(id, { ...node, column, x, y: TOP + step * (n + 0.5) - ROW / 2 });
    }
  }
  return { nodes, height, boxWidth, columns: layers.length };
}

function curve(from: Placed, to: Placed, boxWidth: number): string {
  if (from.column === to.column) return loop(from, to);
  const [x0, y0, x1, y1] = [from.x + boxWidth, from.y + ROW / 2, to.x, to.y + ROW / 2].map(round) as [number, number, number, number];
  const bend = Math.max(24, (x1 - x0) * 0.5);
  return `M${x0},${y0}C${x0 + bend},${y0} ${x1 - bend},${y1} ${x1},${y1}`;
}

/** From outlet to outlet, by the side towards the voices. */
function loop(from: Placed, to: Placed): string {
  const [x, y0, y1] = [from.x, from.y + ROW * 0.7, to.y + ROW * 0.7].map(round) as [number, number, number];
  const out = x - Math.min(60, 18 + Math.abs(y1 - y0) * 0.12);
  return `M${x},${y0}C${out},${y0} ${out},${y1} ${x},${y1}`;
}

/** A label on at most two lines of `most` letters, broken between words. */
function lines(label: string, most: number): string[] {
  if (label.length <= most) return [label];
  const space = label.lastIndexOf(" ", most);
  const at = space > most * 0.4 ? space : most;
  return [label.slice(0, at), cut(label.slice(at).trim(), most)];
}

function box(node: Placed, boxWidth: number): SVGGElement {
  const words = lines(node.label, Math.floor((boxWidth - 18) / LETTER));
  const notes = node.own ? [`${plural(node.own, "claim")} on its own word`] : [];
  const group = svg("g", { class: `node ${node.kind}`, role: "button", tabindex: 0, "aria-pressed": "false", "data-node": node.id });
  group.setAttribute("aria-label", [`${KIND[node.kind]} ${node.label}`, ...notes].join(", "));
  group.append(
    svg("title", {}, [node.label, ...notes].join(" · ")),
    svg("rect", { x: round(node.x), y: round(node.y), width: round(boxWidth), height: ROW, rx: 3 }),
  );
  const middle = node.y + ROW / 2 + 4.5 - (words.length - 1) * 7.5;
  words.forEach((line, n) => group.append(svg("text", { x: round(node.x + 10), y: round(middle + n * 15) }, line)));
  if (node.own) group.append(svg("text", { class: "own", x: round(node.x + boxWidth - 9), y: round(node.y + ROW / 2 + 4.5), "text-anchor": "end" }, "❡"));
  return group;
}

const KIND = { voice: "Voice", unnamed: "Unnamed voice", relay: "Relay", outlet: "Outlet" } as const;
const KNOWN = { stated: "as the page states", inferred: "inferred from copied words" } as const;

/** The edges that lie on a way through a node: towards the voices and towards the outlets. */
function through(graph: Graph, id: string): Set<GraphEdge> {
  const found = new Set<GraphEdge>();
  const walk = (node: string, ahead: boolean): void => {
    for (const edge of graph.edges) {
      if (found.has(edge) || (ahead ? edge.from : edge.to) !== node) continue;
      found.add(edge);
      if (edge.from !== edge.to) walk(ahead ? edge.to : edge.from, ahead);
    }
  };
  walk(id, true);
  walk(id, false);
  return found;
}

function chosen(nodes: Map<string, Placed>, edges: ReadonlySet<GraphEdge>): HTMLElement {
  const list = html("ul", {});
  for (const edge of edges) {
    const [from, to] = [nodes.get(edge.from)?.label, nodes.get(edge.to)?.label];
    const item = html("li", {}, html("bdi", {}, from), " → ", html("bdi", {}, to), `, ${edge.copied ? "copied words" : KNOWN[edge.known]}: `);
    edge.refs.forEach((ref, n) => {
      item.append(n ? ", " : "", html("a", { class: "ref", href: `#${ref.href}`, "data-page": ref.page }, ref.label));
    });
    list.append(item);
  }
  return list;
}

/** Draws into `figure`; false where there is no room or nothing to draw. */
export function drawGraph(figure: HTMLElement, graph: Graph, title: string): boolean {
  const width = figure.clientWidth;
  if (width < NARROW || !graph.nodes.length) return false;
  const { nodes, height, boxWidth, columns: count } = placed(graph, width);
  const root = svg("svg", { class: "graph", role: "group", "aria-label": `Who rests on whom: ${title}`, viewBox: `0 0 ${width} ${height}`, width, height });
  const heads: [string, number, string][] = [["who says", 0, "start"], ["who published", width - boxWidth, "start"]];
  if (count > 2) heads.push(["through", (width - boxWidth) / (count - 1), "start"]);
  for (const [words, x, anchor] of heads) root.append(svg("text", { class: "head", x, y: 14, "text-anchor": anchor }, words));
  const paths = new Map<GraphEdge, SVGElement[]>();
  for (const edge of graph.edges) {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (!from || !to || edge.from === edge.to || from.x > to.x) continue;
    const line = svg("path", { class: `edge ${edge.copied ? "copied" : edge.known}`, d: curve(from, to, boxWidth), "stroke-width": round(1.2 + Math.log2(edge.claims || 1) * 0.5) });
    line.append(svg("title", {}, `${from.label} → ${to.label}: ${edge.copied ? "copied words" : `${KNOWN[edge.known]}, ${plural(edge.claims, "claim")}`}`));
    root.append(line);
    paths.set(edge, [line]);
  }
  for (const [edge, parts] of paths) {
    if (edge.known === "inferred" && !edge.copied) parts.push(inferred(root, nodes.get(edge.from) as Placed, nodes.get(edge.to) as Placed, boxWidth));
  }
  const said = html("div", { class: "chosen", "aria-live": "polite" });
  for (const node of nodes.values()) root.append(box(node, boxWidth));
  chooses(root, (id) => {
    const edges = id ? through(graph, id) : new Set<GraphEdge>();
    root.classList.toggle("choosing", edges.size > 0);
    for (const [edge, parts] of paths) for (const part of parts) part.classList.toggle("on", edges.has(edge));
    const ends = new Set([...edges].flatMap((e) => [e.from, e.to]));
    for (const g of root.querySelectorAll<SVGGElement>("[data-node]")) g.classList.toggle("on", ends.has(g.dataset["node"] as string));
    said.replaceChildren(...(id ? [chosen(nodes, edges)] : []));
  });
  figure.replaceChildren(root, said, html("figcaption", {}, caption(graph)));
  return true;
}

function inferred(root: SVGSVGElement, from: Placed, to: Placed, boxWidth: number): SVGElement {
  const word = svg("text", { class: "inferred", x: round((from.x + boxWidth + to.x) / 2), y: round((from.y + to.y) / 2 + ROW / 2 - 4), "text-anchor": "middle" }, "inferred");
  root.append(word);
  return word;
}

function chooses(root: SVGSVGElement, show: (id: string | null) => void): void {
  let now: string | null = null;
  const choose = (target: EventTarget | null): boolean => {
    const node = (target as Element | null)?.closest<SVGGElement>("[data-node]");
    if (!node) return false;
    now = now === node.dataset["node"] ? null : (node.dataset["node"] as string);
    for (const g of root.querySelectorAll("[data-node]")) g.setAttribute("aria-pressed", String(now !== null && g === node));
    show(now);
    return true;
  };
  root.addEventListener("click", (event) => choose(event.target));
  root.addEventListener("keydown", (event) => {
    if ((event.key === "Enter" || event.key === " ") && choose(event.target)) event.preventDefault();
  });
}

function caption(graph: Graph): string {
  const parts = ["Read from left to right. Choose a name to see its ways and the words for each."];
  if (graph.edges.some((e) => e.known === "inferred")) parts.push("Dashed: inferred from copied words, nobody says so.");
  if (graph.nodes.some((n) => n.own)) parts.push("❡ marks an outlet that also speaks on its own word.");
  return parts.join(" ");
}
