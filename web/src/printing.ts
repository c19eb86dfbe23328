// On paper a link leads nowhere: the words that a figure stands on become notes below its incident.

import { cut, html } from "./dom";
import type { Report } from "./data";
import { wholeMark } from "./going";

const WORDS = 160; // characters of a page in a note

function note(report: Report, link: HTMLElement): HTMLElement {
  const words = document.getElementById(decodeURIComponent(link.getAttribute("href") ?? "").slice(1));
  const page = report.pages.find((p) => p.id === (link.dataset["page"] ?? words?.closest(".page")?.id));
  const where = [page?.outlet, page?.published?.slice(0, 10), page?.title && cut(page.title, 90)].filter(Boolean).join(", ");
  const item = html("li", {}, html("b", {}, link.textContent ?? ""), " ");
  if (words?.matches(".mark")) {
    const sentence = wholeMark(words).map((m) => m.textContent).join("");
    item.append(html("q", { dir: "auto" }, cut(sentence, WORDS)), " ");
  }
  item.append(html("bdi", {}, where));
  return item;
}

/** Notes for print, made when printing begins and taken away when it is over; what is folded away stays away. */
export function printsNotes(report: Report, before: () => void): void {
  const made: Element[] = [];
  const closed: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    if (made.length) return;
    before();
    for (const part of document.querySelectorAll(".incident, #against")) {
      const seen = new Map<string, number>();
      const list = html("ol", {});
      for (const link of part.querySelectorAll<HTMLElement>(".positions a.ref, .rival a.ref, .grade a.ref, .bounds a.ref")) {
        const href = link.getAttribute("href") ?? "";
        if (!seen.has(href)) {
          seen.set(href, seen.size + 1);
          list.append(note(report, link));
        }
        const sign = html("sup", { class: "foot" }, String(seen.get(href)));
        link.append(sign); // within it, so that no line ends between the two
        made.push(sign);
      }
      if (!seen.size) continue;
      const section = html("aside", { class: "notes" }, html("h3", {}, "Where it stands"), list);
      part.append(section);
      made.push(section);
    }
    for (const details of document.querySelectorAll<HTMLDetailsElement>("#foot details:not([open])")) {
      if (details.matches("#licences")) continue;
      details.open = true;
      closed.push(details);
    }
  });
  addEventListener("afterprint", () => {
    for (const element of made.splice(0)) element.remove();
    for (const details of closed.splice(0)) details.open = false;
  });
}
