// What the report's blocks of data hold, and the parts of the report that wait as text until they are opened.

/** A place as told; `km` is how far round it the truth may lie. Without coordinates it is on no map. */
export interface Place {
  name: string;
  lat: number | null;
  lon: number | null;
  precision: number | null;
  km: number | null;
  country: string | null;
  claims?: number;
  ref?: Ref;
}

export interface PageFacts {
  id: string;
  name: string;
  outlet: string | null;
  published: string | null;
  title: string | null;
  incidents: string[];
  words: number;
}

export interface Incident {
  id: string;
  title: string;
  what: string | null;
  place: Place | null;
  date: [string, string] | null;
  counts: { pages: number; claims: number; voices: number };
  grade: string | null;
  aspects: string[];
  verdicts: string[];
  parties: string[];
  voices: string[];
}

export interface Ref {
  href: string;
  page: string;
  label: string;
}

export interface GraphNode {
  id: string;
  kind: "voice" | "unnamed" | "relay" | "outlet";
  label: string;
  own: number; // claims that an outlet makes on its own word
}

export interface GraphEdge {
  from: string;
  to: string;
  known: "stated" | "inferred";
  claims: number;
  refs: Ref[];
  copied?: boolean; // from outlet to outlet: words that the one has from the other
}

/** One position: a voice's value, on which pages and when it was said, and when its own voice replaced it. */
export interface Saying {
  question: string;
  voice: string;
  value: string;
  position: string;
  said: (Ref & { at: string | null; to_hour: boolean })[];
  struck: boolean;
  struck_at: string | null;
}

/** What is drawn of one incident. */
export interface Drawn {
  graph: { nodes: GraphNode[]; edges: GraphEdge[] };
  timeline: Saying[];
  places: Place[];
}

export interface Town {
  name: string;
  lat: number;
  lon: number;
  people: number;
}

export interface Report {
  version: number;
  kind: "full" | "index";
  pages: PageFacts[];
  incidents: Incident[];
  towns?: Town[];
}

/** The data in a block of the document, null where there is none. */
export function data<T>(block: Element | null): T | null {
  return block?.textContent ? (JSON.parse(block.textContent) as T) : null;
}

export const EMPTY: Report = { version: 1, kind: "full", pages: [], incidents: [] };

/** What is to be drawn of an incident. */
export function drawn(incident: string): Drawn | null {
  return data<Drawn>(document.querySelector(`script.incident-data[data-for="${CSS.escape(incident)}"]`));
}

/** Blocks that wait as text, by the id of the part that each holds. */
export class Waiting {
  private readonly blocks = new Map<string, HTMLScriptElement>();

  constructor() {
    for (const block of document.querySelectorAll<HTMLScriptElement>("script.lazy")) {
      if (block.dataset["for"]) this.blocks.set(block.dataset["for"], block);
    }
  }

  has(id: string): boolean {
    return this.blocks.has(id);
  }

  /** The part itself, made from its text but not yet in the document; the report's own markup, in which nothing can run. */
  made(id: string): HTMLElement | null {
    const text = this.blocks.get(id)?.textContent;
    if (!text) return null;
    const mould = document.createElement("template");
    mould.innerHTML = text;
    return mould.content.firstElementChild as HTMLElement | null;
  }
}
