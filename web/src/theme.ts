// Light or dark: as the system has it until the reader says otherwise; nothing is stored.

import { button } from "./dom";

export class Theme {
  readonly control: HTMLButtonElement;

  constructor() {
    this.control = button("", () => this.turn(), { class: "theme" });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.name());
    this.name();
  }

  get dark(): boolean {
    const chosen = document.documentElement.dataset["theme"];
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  turn(): void {
    document.documentElement.dataset["theme"] = this.dark ? "light" : "dark";
    this.name();
  }

  private name(): void {
    this.control.textContent = this.dark ? "Light" : "Dark";
    this.control.setAttribute("aria-label", this.dark ? "Show in light colours" : "Show in dark colours");
  }
}
