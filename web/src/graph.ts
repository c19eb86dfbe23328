// Who rests on whom: voices on the left, outlets on the right, those between them between; what is inferred is dashed and says so.

import type { Drawn, GraphEdge, GraphNode } from "./data";
import { cut, html, plural, svg } from "./dom";
import { round } from "./map";
import { NARROW } from "./timeline";

const ROW = 40;
const GAP = 10;
const TOP = 26;
const LETTER = 6.9;
const LINE = 14; // height of the place in which a line passes a column
const SWEEPS = 10;

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

/** A line that passes a column keeps a narrow place there, shared by all that come from one name. */
interface Way {
  edge: GraphEdge;
  stops: string[];
}

function waysOf(graph: Graph, depth: Map<string, number>): Way[] {
  return graph.edges.flatMap((edge) => {
    const [from, to] = [depth.get(edge.from), depth.get(edge.to)];
    if (from === undefined || to === undefined || edge.from === edge.to || from > to) return [];
    const passed = Array.from({ length: Math.max(0, to - from - 1) }, (_, n) => `${edge.from}@${from + n + 1}`);
    return [{ edge, stops: [edge.from, ...passed, edge.to] }];
  });
}

/** Orders each column by the middle of what its places hang together with, so that few lines cross. */
function ordered(depth: Map<string, number>, ways: readonly Way[]): string[][] {
  const column = new Map(depth);
  for (const { stops } of ways) stops.forEach((id) => column.set(id, column.get(id) ?? Number(id.split("@")[1])));
  const layers: string[][] = Array.from({ length: Math.max(...column.values()) + 1 }, () => []);
  for (const [id, n] of column) layers[n]?.push(id);
  const near = new Map<string, string[]>([...column.keys()].map((id) => [id, []]));
  for (const { edge, stops } of ways) {
    if (edge.copied) continue;
    for (let n = 1; n < stops.length; n++) {
      near.get(stops[n - 1] as string)?.push(stops[n] as string);
      near.get(stops[n] as string)?.push(stops[n - 1] as string);
    }
  }
  const spot = new Map<string, number>();
  const note = (layer: string[]): void => layer.forEach((id, n) => spot.set(id, (n + 0.5) / layer.length));
  layers.forEach(note);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const layer of sweep % 2 ? [...layers].reverse() : layers) {
      const weight = new Map(layer.map((id) => [id, mean((near.get(id) ?? []).map((other) => spot.get(other) as number)) ?? (spot.get(id) as number)]));
      layer.sort((a, b) => (weight.get(a) as number) - (weight.get(b) as number));
      note(layer);
    }
  }
  return layers;
}

const mean = (numbers: readonly number[]): number | null => (numbers.length ? numbers.reduce((a, b) => a + b, 0) / numbers.length : null);

interface Layout {
  nodes: Map<string, Placed>;
  passing: Map<string, { x: number; y: number }>;
  ways: Way[];
  height: number;
  boxWidth: number;
  columns: number;
}

function placed(graph: Graph, width: number): Layout {
  const depth = columns(graph);
  const ways = waysOf(graph, depth);
  const layers = ordered(depth, ways);
  const tall = (id: string): number => (id.includes("@") ? LINE : ROW + GAP);
  const height = TOP + Math.max(...layers.map((layer) => layer.reduce((sum, id) => sum + tall(id), 0)));
  const boxWidth = Math.min(230, (width / layers.length) * 0.68);
  const nodes = new Map<string, Placed>();
  const passing = new Map<string, { x: number; y: number }>();
  for (const [column, layer] of layers.entries()) {
    const x = layers.length > 1 ? (column * (width - boxWidth)) / (layers.length - 1) : 0;
    const spare = (height - TOP - layer.reduce((sum, id) => sum + tall(id), 0)) / layer.length;
    let y = TOP;
    for (const id of layer) {
      const middle = y + (tall(id) + spare) / 2;
      const node = graph.nodes.find((other) => other.id === id);
      if (node) nodes.set(id, { ...node, column, x, y: middle - ROW / 2 });
      else passing.set(id, { x, y: middle });
      y += tall(id) + spare;
    }
  }
  return { nodes, passing, ways, height, boxWidth, columns: layers.length };
}

function wayPath({ edge, stops }: Way, { nodes, passing, boxWidth }: Layout): string {
  const [from, to] = [nodes.get(edge.from) as Placed, nodes.get(edge.to) as Placed];
  if (from.column === to.column) return loop(from, to);
  let [x, y] = [round(from.x + boxWidth), round(from.y + ROW / 2)];
  let d = `M${x},${y}`;
  for (const id of stops.slice(1)) {
    const pass = passing.get(id);
    const [tx, ty] = pass ? [round(pass.x), round(pass.y)] : [round(to.x), round(to.y + ROW / 2)];
    const bend = round((tx - x) * 0.5);
    d += `C${x + bend},${y} ${tx - bend},${ty} ${tx},${ty}`;
    [x, y] = [tx, ty];
    if (pass) d += `H${(x = round(tx + boxWidth))}`;
  }
  return d;
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
  const at = space >= most * 0.25 ? space : most;
  return [label.slice(0, at), cut(label.slice(at).trim(), most)];
}

function box(node: Placed, boxWidth: number): SVGGElement {
  const words = lines(node.label, Math.floor((boxWidth - (node.own ? 34 : 18)) / (node.kind === "outlet" ? LETTER + 0.5 : LETTER)));
  const notes = node.own ? [`${plural(node.own, "claim")} on its own word`] : [];
  const group = svg("g", { class: `node ${node.kind}`, role: "button", tabindex: 0, "aria-pressed": "false", "data-node": node.id });
  group.append(
    svg("title", {}, [`${KIND[node.kind]}: ${node.label}`, ...notes].join(", ")),
    svg("rect", { x: round(node.x), y: round(node.y), width: round(boxWidth), height: ROW, rx: 3 }),
  );
  const middle = node.y + ROW / 2 + 4.5 - (words.length - 1) * 7.5;
  words.forEach((line, n) => group.append(svg("text", { "aria-hidden": "true", x: round(node.x + 10), y: round(middle + n * 15) }, line)));
  if (node.own) group.append(svg("text", { class: "own", "aria-hidden": "true", x: round(node.x + boxWidth - 9), y: round(node.y + ROW / 2 + 4.5), "text-anchor": "end" }, "❡"));
  return group;
}

const KIND = { voice: "voice", unnamed: "voice", relay: "relay", outlet: "outlet" } as const;
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
  const layout = placed(graph, width);
  const { nodes, height, boxWidth, columns: count } = layout;
  const root = svg("svg", { class: "graph", role: "group", "aria-label": `Who rests on whom: ${title}`, viewBox: `0 0 ${width} ${height}`, width, height });
  const heads: [string, number][] = [["who says", 0], ["who published", width - boxWidth]];
  if (count > 2) heads.push(["through", (width - boxWidth) / (count - 1)]);
  for (const [words, x] of heads) root.append(svg("text", { class: "head", x, y: 14 }, words));
  const paths = new Map<GraphEdge, SVGElement[]>();
  for (const way of layout.ways) {
    const { edge } = way;
    const [from, to] = [nodes.get(edge.from) as Placed, nodes.get(edge.to) as Placed];
    const how = edge.copied ? "copied words" : `${KNOWN[edge.known]}, ${plural(edge.claims, "claim")}`;
    const line = svg("path", { class: `edge ${edge.copied ? "copied" : edge.known}`, d: wayPath(way, layout), "stroke-width": round(1.2 + Math.log2(edge.claims || 1) * 0.5) });
    line.append(svg("title", {}, `${from.label} → ${to.label}: ${how}`));
    root.append(line);
    paths.set(edge, [line]);
  }
  for (const [edge, parts] of paths) {
    if (edge.known !== "inferred" || edge.copied) continue;
    const way = layout.ways.find((w) => w.edge === edge) as Way;
    parts.push(inferred(root, way, layout));
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

/** The word on the last stretch of a dashed line. */
function inferred(root: SVGSVGElement, { edge, stops }: Way, { nodes, passing, boxWidth }: Layout): SVGElement {
  const to = nodes.get(edge.to) as Placed;
  const before = stops[stops.length - 2] as string;
  const from = nodes.get(before) ?? { x: passing.get(before)?.x ?? 0, y: (passing.get(before)?.y ?? 0) - ROW / 2 };
  const spot = { x: round((from.x + boxWidth + to.x) / 2), y: round((from.y + to.y) / 2 + ROW / 2 - 4) };
  const word = svg("text", { class: "inferred", ...spot, "text-anchor": "middle" }, "inferred");
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
