// From a figure to the words it stands on, and back: by link, by key, by the browser's own way back, and by an address with a hash.

import { type Report, Waiting } from "./data";
import { button, html } from "./dom";
import { rangesAt, spotOf } from "./places";

const MOST_OPEN = 30; // pages of an index kept open at once
const HERE = "here";
const LIT = "lit"; // the highlight of words that no mark of the page surrounds

interface From {
  href: string;
  nth: number;
  incident: string | null;
}

/** Where one can come from, and how the way back is called. */
const BACK: [string, string][] = [
  [".found", "← Back to what was found"],
  [".page", "← Back to the words"],
  ["#overview", "← Back to the incidents"],
  ["#head .facts, .incident, #against, #judgements", "← Back to the figure"],
  ["#head", "← Back to the top"],
];

const reference = (id: string): string => `a[href="#${CSS.escape(id)}"]`;
const number = (id: string): number => Number(id.slice(2));

/** Leads to parts of the report wherever they are, opens them where they are closed, and knows the way back. */
export class Ways {
  private readonly waiting = new Waiting();
  private readonly bar = html("div", { id: "back", hidden: true });
  private readonly way = button("", () => this.back());
  private opened: string[] = [];
  private came = false;
  private lit: Element[] = [];

  constructor(
    private readonly report: Report,
    /** What is to be done to a part that has just come into the document. */
    private readonly adopt: (part: HTMLElement) => void,
  ) {
    this.bar.append(this.way);
    document.body.append(this.bar);
    document.addEventListener("click", (event) => this.clicked(event));
    window.addEventListener("popstate", (event) => this.returned(event.state as { from?: From } | null));
  }

  /** Goes where the address says, once everything stands. */
  start(): void {
    if (location.hash.length > 1) this.arrive(decoded(location.hash));
  }

  /** Goes to `hash` (without #) as a step of its own in the browser's history. */
  go(hash: string, link?: Element): void {
    const from = link ? this.origin(link) : null;
    history.replaceState({ ...(history.state as object | null), from }, "");
    history.pushState(null, "", `#${encodeURIComponent(hash).replaceAll("%3A", ":")}`);
    this.arrive(hash, BACK.find(([where]) => link?.closest(where))?.[1]);
  }

  /** Back to where one came from, or to the figure that the words carry. */
  back(): void {
    this.bar.hidden = true;
    if (this.came) return history.back();
    const words = this.lit.find((e) => e.matches("a.mark"));
    if (words) this.go(decoded(words.getAttribute("href") ?? ""));
  }

  get canGoBack(): boolean {
    return !this.bar.hidden;
  }

  /** The part with this id, brought into the document where it waits as text; null where there is none. */
  part(id: string): HTMLElement | null {
    const there = document.getElementById(id);
    if (there) return there;
    if (!this.waiting.has(id)) return null;
    const made = this.waiting.made(id);
    if (!made) return null;
    if (id.startsWith("d-")) this.placePage(made);
    else document.getElementById("opened")?.replaceChildren(made);
    this.adopt(made);
    return made;
  }

  /** A page's part without bringing it into the document. */
  page(id: string): HTMLElement | null {
    return document.getElementById(id) ?? this.waiting.made(id);
  }

  private placePage(article: HTMLElement): void {
    const pages = document.getElementById("pages");
    if (!pages) return;
    const after = [...pages.querySelectorAll("article.page")].find((other) => number(other.id) > number(article.id));
    pages.insertBefore(article, after ?? null);
    this.opened.push(article.id);
    while (this.opened.length > MOST_OPEN) document.getElementById(this.opened.shift() as string)?.remove();
  }

  private clicked(event: MouseEvent): void {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = event.target as HTMLElement | null;
    const piece = target?.closest<HTMLElement>("span.mark.value");
    const link = piece ? wholeMark(piece).find((m) => m.matches("a")) : target?.closest?.("a[href^='#']");
    const hash = decoded(link?.getAttribute("href") ?? "");
    if (!link || !hash || !this.reach(hash, link)) return;
    event.preventDefault();
    this.go(hash, link);
  }

  /** Whether there is such a place, having brought the page or incident in which it stands into the document. */
  private reach(hash: string, link?: Element): boolean {
    if (this.part(hash) || spotOf(hash, this.report.pages)) return true;
    const holder = (link as HTMLElement | undefined)?.dataset;
    const ids = [holder?.["page"], holder?.["incident"], this.holderOf(hash)];
    return ids.some((id) => id && this.part(id) && document.getElementById(hash));
  }

  /** In an index, the part that waits and has a part with this id in it. */
  private holderOf(id: string): string | undefined {
    for (const block of document.querySelectorAll<HTMLScriptElement>("script.lazy")) {
      if (block.textContent?.includes(`id="${id}"`)) return block.dataset["for"];
    }
    return undefined;
  }

  /** `back` names the way back where one came by a link. */
  private arrive(hash: string, back?: string): void {
    if (!this.reach(hash)) return;
    this.unlight();
    const spot = spotOf(hash, this.report.pages);
    if (spot) this.showSpot(spot.page, rangesAt(this.part(spot.page) as Element, spot));
    else this.showPart(document.getElementById(hash) as HTMLElement);
    this.came = back !== undefined;
    this.way.textContent = back ?? "To the figure";
    this.bar.hidden = !this.came && !this.lit.some((e) => e.matches("a.mark"));
  }

  private showSpot(page: string, ranges: Range[]): void {
    const marks = lightUp(ranges);
    const first = ranges[0]?.startContainer;
    const element = first instanceof Element ? first : first?.parentElement;
    const passage = element?.closest<HTMLElement>("[data-start]") ?? (document.getElementById(page) as HTMLElement);
    this.lit = [passage];
    passage.classList.add(marks ? "near" : HERE);
    reveal(passage, ranges[0]?.getBoundingClientRect.bind(ranges[0]));
    attend(passage);
  }

  private showPart(part: HTMLElement): void {
    const { from, to } = part.dataset;
    const page = part.closest(".page");
    if (page && from && to) lightUp(rangesAt(page, { page: page.id, start: Number(from), end: Number(to) }));
    this.lit = part.matches(".mark") ? wholeMark(part) : [part];
    for (const piece of this.lit) piece.classList.add(HERE);
    reveal(part);
    attend(part.querySelector<HTMLElement>(":scope > h2, :scope > header h3") ?? part);
  }

  private unlight(): void {
    for (const piece of this.lit) piece.classList.remove(HERE, "near");
    this.lit = [];
    if (globalThis.Highlight) CSS.highlights?.delete(LIT);
  }

  private origin(link: Element): From {
    const href = decoded(link.getAttribute("href") ?? "");
    const nth = [...document.querySelectorAll(reference(href))].indexOf(link);
    return { href, nth, incident: link.closest(".incident")?.id ?? null };
  }

  private returned(state: { from?: From } | null): void {
    const from = state?.from;
    if (!from) return this.arrive(decoded(location.hash));
    if (from.incident) this.part(from.incident);
    const links = document.querySelectorAll<HTMLElement>(reference(from.href));
    const link = links[from.nth] ?? links[0];
    if (!link) return;
    this.unlight();
    this.lit = [link];
    link.classList.add(HERE);
    this.bar.hidden = true;
    const land = (): void => {
      reveal(link);
      link.focus({ preventScroll: true });
    };
    land();
    setTimeout(land); // the browser, having gone back, takes the focus away again
  }
}

/** Lights up exactly these stretches, whatever marks lie around them; false where the browser cannot. */
function lightUp(ranges: readonly Range[]): boolean {
  if (!globalThis.Highlight || !CSS.highlights) return false;
  CSS.highlights.set(LIT, new Highlight(...ranges));
  return true;
}

/** All pieces of one mark: the words of a claim may be cut where other marks begin or end. */
export function wholeMark(mark: HTMLElement): HTMLElement[] {
  const all = [...(mark.closest(".page") ?? document).querySelectorAll<HTMLElement>(".mark")];
  const same = all.filter((m) => m.classList.contains("value") === mark.classList.contains("value"));
  let first = same.indexOf(mark);
  if (mark.matches(".also")) while (first > 0 && same[first]?.matches(".also")) first -= 1;
  while (first > 0 && !same[first]?.id) first -= 1;
  let last = first + 1;
  while (same[last] && !same[last]?.id) last += 1;
  const pieces = same.slice(first, last);
  return mark.matches(".also") ? [...pieces, mark] : pieces;
}

function decoded(hash: string): string {
  const bare = hash.replace(/^#/, "");
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/** Opens what is closed around `element` and brings it into sight, in the pane of pages by that pane alone. */
function reveal(element: HTMLElement, box?: () => DOMRect): void {
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    if (outer instanceof HTMLDetailsElement) outer.open = true;
    if (outer.hidden) outer.hidden = false;
  }
  if (element instanceof HTMLDetailsElement) element.open = true;
  const rect = () => (box ?? (() => element.getBoundingClientRect()))();
  const pane = element.closest<HTMLElement>("#pages");
  if (pane && /auto|scroll/.test(getComputedStyle(pane).overflowY)) {
    pane.scrollTop += rect().top - pane.getBoundingClientRect().top - pane.clientHeight * 0.3;
    const { top, bottom } = pane.getBoundingClientRect();
    if (bottom < innerHeight / 2 || top > innerHeight / 2) pane.scrollIntoView({ block: "nearest" });
    return;
  }
  const tall = rect().height > innerHeight * 0.6;
  const { top } = rect();
  window.scrollBy({ top: top - innerHeight * (tall ? 0.12 : 0.35), behavior: "instant" });
}

function attend(part: HTMLElement): void {
  if (!part.matches("a, button, input, select, summary, [tabindex]")) part.tabIndex = -1;
  part.focus({ preventScroll: true });
}
