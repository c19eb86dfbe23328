// Places in the text of a page: from "page:offset" to the words there, and back.

import type { PageFacts } from "./data";
import { toUnits } from "./offsets";

/** Where a link such as `#d-3:445-460` or `#chr-1:445` leads to: offsets count code points of the page's text. */
export interface Spot {
  page: string;
  start: number;
  end: number;
}

const SPOT = /^(.+):(\d+)(?:-(\d+))?$/;

/** The spot that a hash names by a page's number or its name, null where it names none. */
export function spotOf(hash: string, pages: readonly PageFacts[]): Spot | null {
  const found = SPOT.exec(hash);
  if (!found) return null;
  const page = pages.find((p) => p.id === found[1] || p.name === found[1]);
  const start = Number(found[2]);
  return page ? { page: page.id, start, end: Math.max(start + 1, Number(found[3] ?? 0)) } : null;
}

interface Piece {
  node: Node;
  start: number; // code points of the page's text
  end: number;
}

const PILE = /^⟨([\d,]+) more/; // what stands for so many characters left out

function standsFor(control: Element): number {
  const told = PILE.exec(control.textContent ?? "");
  return told ? Number(told[1]?.replaceAll(",", "")) : 1;
}

/** The text nodes of a passage with the stretch of the page's text that each shows; marks of our own are left out. */
function pieces(passage: HTMLElement): Piece[] {
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    return node.matches(".also, .unseen") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  const found: Piece[] = [];
  let at = Number(passage.dataset["start"]);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) {
      if (!(node as Element).matches(".control")) continue;
      const end = at + standsFor(node as Element);
      found.push({ node, start: at, end });
      at = end;
    } else if (!node.parentElement?.closest(".control")) {
      const end = at + Array.from(node.data).length;
      found.push({ node, start: at, end });
      at = end;
    }
  }
  return found;
}

const within = (piece: Piece, at: number): number =>
  piece.node instanceof Text ? toUnits(piece.node.data)(Math.max(0, at - piece.start)) : 0;

/** The words at a spot as ranges of the document, one a passage. */
export function rangesAt(article: Element, spot: Spot): Range[] {
  const ranges: Range[] = [];
  for (const passage of article.querySelectorAll<HTMLElement>("[data-start]")) {
    if (Number(passage.dataset["end"]) <= spot.start || Number(passage.dataset["start"]) >= spot.end) continue;
    const touched = pieces(passage).filter((p) => p.start < spot.end && p.end > spot.start);
    const first = touched[0];
    const last = touched[touched.length - 1];
    if (!first || !last) continue;
    const range = document.createRange();
    if (first.node instanceof Text) range.setStart(first.node, within(first, spot.start));
    else range.setStartBefore(first.node);
    if (last.node instanceof Text) range.setEnd(last.node, within(last, Math.min(spot.end, last.end)));
    else range.setEndAfter(last.node);
    ranges.push(range);
  }
  return ranges;
}
