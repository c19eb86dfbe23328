// The map of one incident: where it is said to have been, by whom it is said otherwise, and how exactly the place is known.

import type { Incident, Place, Town } from "./data";
import { html, plural } from "./dom";
import { countries } from "./land";
import { fitted, Ground, label, mark, type Spot } from "./map";

const PRECISION = ["", "exact", "near the place", "the district", "the province", "a line or an area", "the country", "at sea or in the air"];

const UNSURE = 25; // kilometres drawn where it is not told how exact a place is

/** The place as it is drawn, null where it has no coordinates. */
export function spot(place: Place, main: boolean): Spot | null {
  const { lat, lon } = place;
  if (lat === null || lon === null) return null;
  const km = place.km ?? UNSURE;
  const said = place.claims ? `, in ${plural(place.claims, "claim")}` : "";
  const title = `${place.name}: ${PRECISION[place.precision ?? 0] || "how exact is unknown"}, within about ${far(km)}${said}`;
  return { lat, lon, km, label: place.name, title, main, href: place.ref ? `#${place.ref.href}` : null, page: place.ref?.page ?? null };
}

export const far = (km: number): string => `${km < 10 ? km : Math.round(km)} km`;

function spotsOf(incident: Incident, places: readonly Place[]): Spot[] {
  const home = incident.place;
  const same = (p: Place): boolean => home !== null && p.lat === home.lat && p.lon === home.lon;
  const others = places.filter((p) => !same(p)).map((p) => spot(p, false));
  const own = home && spot({ ...home, ...places.find(same) }, true);
  return [...others, own].filter((s) => s !== null);
}

/** Draws into `figure`; false where no place on the pages is known. */
export function drawPlace(figure: HTMLElement, incident: Incident, places: readonly Place[], towns: readonly Town[]): boolean {
  const spots = spotsOf(incident, places);
  if (!spots.length || !countries().length) return false;
  const width = figure.clientWidth;
  const height = Math.round(Math.min(420, Math.max(240, width * 0.52)));
  const ground = new Ground(fitted(spots, width, height), width, height);
  ground.root.setAttribute("role", "group");
  ground.root.setAttribute("aria-label", `Map: ${incident.title}`);
  for (const s of spots) mark(ground, s);
  for (const s of [...spots].reverse()) label(ground, s);
  ground.scale();
  ground.names(spots);
  ground.towns(towns.filter((t) => !spots.some((s) => s.label === t.name)), Math.round(width / 70));
  figure.replaceChildren(ground.root, caption(spots));
  return true;
}

function caption(spots: readonly Spot[]): HTMLElement {
  const main = spots.find((s) => s.main);
  const disc = main ? `The disc is as wide as the place is uncertain: about ${far(main.km)} round ${main.label}. ` : "";
  const others = spots.some((s) => !s.main) ? "Small marks: other places that claims on it give. " : "";
  return html("figcaption", {}, `${disc}${others}Borders as in Natural Earth; no position is taken on any of them.`);
}
