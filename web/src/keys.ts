// Everything by keyboard. Keys of one letter can be switched off, as some who speak to their machine need it.

import { button, html } from "./dom";

export interface Acts {
  next: () => void;
  previous: () => void;
  back: () => boolean;
  search: () => void;
  theme: () => void;
}

const KEYS: [string, string][] = [
  ["Tab", "from one control to the next"],
  ["Enter", "open what a figure stands on; on a value in a page, its row in the table"],
  ["j / k", "next, previous claim: of the report, or of the page one is reading"],
  ["b, Backspace", "back from the words to the figure"],
  ["/", "search in the pages"],
  ["t", "light or dark"],
  ["Esc", "close this, or leave the search or the words"],
  ["?", "these keys"],
];

export class Keys {
  readonly control = button("Keys", () => this.show(), { class: "keys", "aria-haspopup": "dialog" });
  private readonly dialog = html("dialog", { class: "keys", "aria-labelledby": "keys-title" });
  private readonly letters = html("input", { type: "checkbox", checked: true });

  constructor(private readonly acts: Acts) {
    const rows = KEYS.flatMap(([key, does]) => [
      html("dt", {}, ...key.split(/(, | \/ )/).map((part, n) => (n % 2 ? part : html("kbd", {}, part)))),
      html("dd", {}, does),
    ]);
    this.dialog.append(
      html("h2", { id: "keys-title" }, "Keys"),
      html("dl", {}, ...rows),
      html("label", {}, this.letters, " keys of one letter are on"),
      button("Close", () => this.dialog.close()),
    );
    document.body.append(this.dialog);
    this.dialog.addEventListener("click", (event) => event.target === this.dialog && this.dialog.close());
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  private show(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  private pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || this.dialog.open) return;
    const field = event.target as HTMLElement | null;
    if (event.key === "Escape") {
      if (field?.matches("input, select")) field.blur();
      else this.acts.back();
      return;
    }
    if (field?.matches("input:not([type=checkbox]), select, textarea")) return;
    if (event.key === "Backspace" && this.acts.back()) return event.preventDefault();
    if (!this.letters.checked) return;
    const act = this.act(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  }

  private act(key: string): (() => void) | undefined {
    const { next, previous, search, theme, back } = this.acts;
    const acts = new Map([["j", next], ["k", previous], ["/", search], ["t", theme], ["b", () => void back()], ["?", () => this.show()]]);
    return acts.get(key);
  }
}
