// Search in the words of the pages, a little at a time, so that typing never waits.

import type { PageFacts, Report } from "./data";
import { breath, cut, html, inPieces, plural } from "./dom";
import type { Ways } from "./going";
import { toPoints } from "./offsets";

const MOST = 200; // hits shown
const A_PAGE = 3; // hits shown of one page
const AROUND = 48; // characters shown on either side
const LEAST = 2; // letters from which the search begins
const PATIENCE = 180; // milliseconds without a key after which it begins

interface Stretch {
  start: number; // code points of the page's text
  text: string;
  folded: string;
}

/** Lower case, as long as the text itself, so that places in the one are places in the other. */
export function folded(text: string): string {
  const low = text.toLowerCase();
  if (low.length === text.length) return low;
  return Array.from(text, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join("");
}

function textOf(passage: Element): string {
  if (!passage.querySelector(".also, .control")) return passage.textContent ?? "";
  const copy = passage.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll(".also")) extra.remove();
  for (const control of copy.querySelectorAll(".control")) control.textContent = "\ufffd";
  return copy.textContent ?? "";
}

export class Search {
  readonly field = html("input", { type: "search", id: "search", autocomplete: "off", spellcheck: "false", dir: "auto" });
  readonly results = html("div", { class: "found" });
  private readonly status = html("p", { class: "status", role: "status" });
  private readonly texts = new Map<string, Stretch[]>();
  private asked = "";

  constructor(
    private readonly report: Report,
    private readonly ways: Ways,
  ) {
    this.results.append(this.status);
    let timer = 0;
    this.field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => void this.run(this.field.value), PATIENCE);
    });
  }

  private stretches(page: PageFacts): Stretch[] {
    const known = this.texts.get(page.id);
    if (known) return known;
    const passages = [...(this.ways.page(page.id)?.querySelectorAll<HTMLElement>("[data-start]") ?? [])];
    const made = passages.map((p) => {
      const text = textOf(p);
      return { start: Number(p.dataset["start"]), text, folded: folded(text) };
    });
    this.texts.set(page.id, made);
    return made;
  }

  async run(words: string): Promise<void> {
    const asked = folded(words.trim());
    this.asked = asked;
    this.results.replaceChildren(this.status);
    this.status.textContent = "";
    if (asked.length < LEAST) return;
    const list = html("ol", {});
    this.results.append(list);
    let [hits, pages] = [0, 0];
    const going = (): boolean => this.asked === asked;
    await breath();
    await inPieces(
      this.report.pages,
      (page, n) => {
        const found = this.hits(page, asked);
        hits += found.length;
        pages += found.length ? 1 : 0;
        if (found.length && list.children.length < MOST) list.append(this.item(page, found, asked));
        if (n % 50 === 0) this.status.textContent = `Searching … ${n.toLocaleString("en")} of ${plural(this.report.pages.length, "page")}`;
      },
      going,
    );
    if (!going()) return;
    const more = pages > list.children.length ? `; the first ${list.children.length} pages are shown` : "";
    this.status.textContent = hits ? `${plural(hits, "place")} on ${plural(pages, "page")}${more}` : "Nowhere on these pages.";
  }

  private hits(page: PageFacts, asked: string): [Stretch, number][] {
    const found: [Stretch, number][] = [];
    for (const stretch of this.stretches(page)) {
      for (let at = stretch.folded.indexOf(asked); at >= 0; at = stretch.folded.indexOf(asked, at + asked.length)) found.push([stretch, at]);
    }
    return found;
  }

  private item(page: PageFacts, found: [Stretch, number][], asked: string): HTMLElement {
    const head = html("p", {}, html("bdi", {}, page.outlet ?? page.name), page.published ? ` · ${page.published.slice(0, 10)}` : "");
    const item = html("li", {}, head);
    for (const [stretch, at] of found.slice(0, A_PAGE)) {
      const points = toPoints(stretch.text);
      const [start, end] = [stretch.start + points(at), stretch.start + points(at + asked.length)];
      const from = Math.max(0, at - AROUND);
      const { text } = stretch;
      item.append(
        html(
          "a",
          { href: `#${page.id}:${start}-${end}`, "data-page": page.id, dir: "auto" },
          (from ? "…" : "") + text.slice(from, at),
          html("mark", {}, text.slice(at, at + asked.length)),
          cut(text.slice(at + asked.length), AROUND),
        ),
      );
    }
    if (found.length > A_PAGE) item.append(html("p", { class: "rest" }, `and ${plural(found.length - A_PAGE, "place")} more`));
    return item;
  }
}
