// Days and hours as people read them; everything is in the time that the pages give, nothing is shifted.

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });
const HOUR = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

/** The moment of an ISO date or date-time, its zone left aside. */
export function moment(iso: string): Date {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?/.exec(iso) ?? [];
  return new Date(`${day ?? "1970-01-01"}T${time ?? "00:00"}${time && time.length > 5 ? "" : ":00"}Z`);
}

export const day = (date: Date): string => DAY.format(date);
export const shortDay = (date: Date): string => SHORT.format(date);
export const month = (date: Date): string => MONTH.format(date);
export const hour = (date: Date): string => HOUR.format(date);

/** Day and, where it is known, the hour. */
export const when = (iso: string, toHour: boolean): string => (toHour ? `${day(moment(iso))}, ${hour(moment(iso))}` : day(moment(iso)));
