// Choosing among incidents: by place, time, party, aspect, verdict and by how many pages tell of them.

import type { Incident, Report } from "./data";
import { button, html, plural } from "./dom";

const AT_ONCE = 100; // rows shown before one asks for more

const NARROW = 640; // pixels up to which the controls wait folded

interface Chosen {
  place: string;
  from: string;
  to: string;
  party: string;
  aspect: string;
  verdict: string;
  pages: number;
}

const NONE: Chosen = { place: "", from: "", to: "", party: "", aspect: "", verdict: "", pages: 1 };

const holds = (words: readonly (string | null | undefined)[], part: string): boolean =>
  words.some((w) => w?.toLocaleLowerCase("en").includes(part.toLocaleLowerCase("en")));

/** Whether the incident is among those chosen; one without a day is in no time. */
export function matches(incident: Incident, chosen: Chosen): boolean {
  const { place, from, to, party, aspect, verdict, pages } = chosen;
  const inTime = (!from && !to) || (incident.date !== null && incident.date[1] >= (from || "0") && incident.date[0] <= (to || "9"));
  return (
    inTime &&
    incident.counts.pages >= pages &&
    (!place || holds([incident.place?.name, incident.place?.country, incident.title], place)) &&
    (!party || holds([...incident.parties, ...incident.voices], party)) &&
    (!aspect || incident.aspects.includes(aspect)) &&
    (!verdict || incident.verdicts.includes(verdict))
  );
}

const ASPECTS: Record<string, string> = { responsibility: "who did it" };
const SORTS: [string, string][] = [["pages", "most pages"], ["voices", "most named voices"], ["new", "latest day"], ["old", "earliest day"]];

function distinct(words: readonly (string | null | undefined)[]): string[] {
  const counts = new Map<string, number>();
  for (const w of words) if (w) counts.set(w, (counts.get(w) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([w]) => w);
}

function option(value: string, words = value): HTMLOptionElement {
  return html("option", { value }, words);
}

export class Filters {
  private readonly rows: Map<string, HTMLTableRowElement>;
  private readonly status = html("p", { class: "status", role: "status" });
  private readonly form = html("form", { class: "filters", role: "search", "aria-label": "Choose incidents" });
  private readonly more = button("", () => this.showMore(), { class: "more" });
  private shown = AT_ONCE;
  private found: Incident[] = [];

  constructor(
    place: HTMLElement,
    private readonly report: Report,
    private readonly changed: (incidents: readonly Incident[]) => void,
  ) {
    const rows = document.querySelectorAll<HTMLTableRowElement>("#incidents [data-incident]");
    this.rows = new Map([...rows].map((row) => [row.dataset["incident"] as string, row]));
    this.build();
    place.hidden = false;
    if (!place.querySelector("h2")) place.append(html("h2", { class: "unseen" }, "Choose"));
    const open = innerWidth > NARROW;
    place.append(html("details", { class: "choose", open }, html("summary", {}, "Choose among the incidents"), this.form), this.status);
    document.getElementById("incidents")?.after(this.more);
    this.form.addEventListener("input", () => this.apply());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.apply();
  }

  /** Sets the time as if the reader had typed it. */
  choose(from: string, to: string): void {
    this.field("from").value = from;
    this.field("to").value = to;
    this.apply();
    this.status.scrollIntoView({ block: "nearest" });
  }

  private build(): void {
    const { incidents } = this.report;
    const days = incidents.flatMap((i) => i.date ?? []).sort();
    const bounds = { min: days[0] ?? null, max: days[days.length - 1] ?? null };
    this.add("Place", this.listed("place", distinct(incidents.flatMap((i) => [i.place?.name, i.place?.country]))));
    this.add("From", html("input", { type: "date", name: "from", ...bounds }));
    this.add("To", html("input", { type: "date", name: "to", ...bounds }));
    this.add("Party or voice", this.listed("party", distinct(incidents.flatMap((i) => [...i.parties, ...i.voices]))));
    this.add("Aspect", this.select("aspect", distinct(incidents.flatMap((i) => i.aspects)).map((a) => [a, ASPECTS[a] ?? a])));
    this.add("Verdict", this.select("verdict", distinct(incidents.flatMap((i) => i.verdicts)).map((v) => [v, v])));
    const most = Math.max(1, ...incidents.map((i) => i.counts.pages));
    const steps = [1, 2, 3, 5, 10, 20].filter((n) => n === 1 || n <= most);
    this.add("Pages", html("select", { name: "pages" }, ...steps.map((n) => option(String(n), n === 1 ? "any" : `at least ${n}`))));
    this.add("Order", html("select", { name: "sort" }, ...SORTS.map(([v, w]) => option(v, w))));
    this.form.append(button("Clear", () => this.clear(), { class: "clear" }));
  }

  private add(words: string, field: HTMLElement): void {
    this.form.append(html("label", {}, html("span", {}, words), field));
  }

  private listed(name: string, words: readonly string[]): HTMLInputElement {
    const id = `known-${name}`;
    this.form.append(html("datalist", { id }, ...words.slice(0, 400).map((w) => option(w))));
    return html("input", { type: "text", name, list: id, autocomplete: "off", spellcheck: "false", dir: "auto" });
  }

  private select(name: string, words: readonly [string, string][]): HTMLSelectElement {
    return html("select", { name }, option("", "any"), ...words.map(([v, w]) => option(v, w)));
  }

  private field(name: string): HTMLInputElement | HTMLSelectElement {
    return this.form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
  }

  private clear(): void {
    this.form.reset();
    this.apply();
  }

  private apply(): void {
    const value = (name: string): string => this.field(name).value.trim();
    const chosen = { ...NONE, place: value("place"), from: value("from"), to: value("to"), party: value("party") };
    Object.assign(chosen, { aspect: value("aspect"), verdict: value("verdict"), pages: Number(value("pages")) });
    this.found = this.sorted(this.report.incidents.filter((i) => matches(i, chosen)), value("sort"));
    this.shown = AT_ONCE;
    const all = this.report.incidents.length;
    this.status.textContent = this.found.length === all ? plural(all, "incident") : `${this.found.length.toLocaleString("en")} of ${plural(all, "incident")}`;
    this.arrange();
    this.hideSections();
    this.changed(this.found);
  }

  private sorted(incidents: Incident[], by: string): Incident[] {
    const early = (i: Incident): string => i.date?.[0] ?? "9999";
    const late = (i: Incident): string => i.date?.[1] ?? "0000";
    if (by === "old") return incidents.sort((a, b) => early(a).localeCompare(early(b)));
    if (by === "new") return incidents.sort((a, b) => late(b).localeCompare(late(a)));
    const key = by === "voices" ? "voices" : "pages";
    return incidents.sort((a, b) => b.counts[key] - a.counts[key] || b.counts.claims - a.counts.claims);
  }

  /** Puts the rows of those found in order; the others leave the table, so that it never grows slow. */
  private arrange(): void {
    const body = document.querySelector("#incidents tbody");
    if (!body) return;
    const rows = this.found.slice(0, this.shown).map((i) => this.rows.get(i.id)).filter((r) => r !== undefined);
    body.replaceChildren(...rows);
    const left = this.found.length - this.shown;
    this.more.hidden = left <= 0;
    this.more.textContent = `Show ${Math.min(AT_ONCE, left)} more of ${left.toLocaleString("en")}`;
  }

  private showMore(): void {
    const first = this.shown;
    this.shown += AT_ONCE;
    this.arrange();
    document.querySelectorAll<HTMLElement>("#incidents tbody tr")[first]?.querySelector<HTMLElement>("a")?.focus();
  }

  private hideSections(): void {
    if (this.report.kind !== "full") return;
    const found = new Set(this.found.map((i) => i.id));
    for (const section of document.querySelectorAll<HTMLElement>("main > .incident")) section.hidden = !found.has(section.id);
  }
}
