// Elements made by hand: text is only ever set as text, never as markup, and styles by the object model (the file's policy forbids the rest).

type Value = string | number | boolean | null | undefined;
type Child = Node | string | null | undefined;

const SVG = "http://www.w3.org/2000/svg";

function filled<E extends Element>(element: E, fields: Record<string, Value>, children: Child[]): E {
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((c): c is Node | string => c !== null && c !== undefined));
  return element;
}

/** An element of HTML. */
export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  fields: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), fields, children);
}

/** An element of SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  fields: Record<string, Value> = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(SVG, tag) as SVGElementTagNameMap[K], fields, children);
}

/** A button that does `act`. */
export function button(label: string, act: () => void, fields: Record<string, Value> = {}): HTMLButtonElement {
  const made = html("button", { type: "button", ...fields }, label);
  made.addEventListener("click", act);
  return made;
}

/** Words for those who hear the page, not for those who see it. */
export const unseen = (text: string): HTMLElement => html("span", { class: "unseen" }, text);

export const plural = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

/** At most `most` characters, cut at a character that people see as one. */
export function cut(text: string, most: number): string {
  const seen = Array.from(text.slice(0, most * 4));
  return seen.length <= most && text.length <= most * 4 ? text : `${seen.slice(0, most - 1).join("").trimEnd()}…`;
}

/** Handles one list bit by bit when the page has nothing better to do, so that nothing ever freezes. */
export async function inPieces<T>(items: readonly T[], each: (item: T, n: number) => void, going: () => boolean): Promise<void> {
  let began = performance.now();
  for (const [n, item] of items.entries()) {
    if (performance.now() - began > SLICE) {
      await breath();
      if (!going()) return;
      began = performance.now();
    }
    each(item, n);
  }
}

const SLICE = 12; // milliseconds of work between two looks at what the reader does

export const breath = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
