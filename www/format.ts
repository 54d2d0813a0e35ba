// Numbers, months and dates as the reader writes them. Formatting only: no arithmetic on money or days.
import type { InputView } from "./types";
import { kept, language, locale, t } from "./words";

export type Unit = InputView["unit"];
type Options = Intl.NumberFormatOptions & { roundingMode?: string; roundingIncrement?: number };
type Maybe = number | null | undefined;

const numbers = kept((locale, options: Options) => new Intl.NumberFormat(locale, { signDisplay: "negative", ...options } as Intl.NumberFormatOptions));
const dates = kept((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }));
const lists = kept((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));
const number = (value: number, options: Options) => numbers(options).format(value);

/** What stands where there is no figure. */
export const NONE = "–";

const kronor: Options = { style: "currency", currency: "SEK" };

/** Whole kronor. */
export const sek = (value: Maybe) => (value == null ? NONE : number(value, { ...kronor, maximumFractionDigits: 0 }));

/** Kronor as one says them: rounded to thousands, or hundreds where they are few. */
export function sekRound(value: Maybe) {
  if (value == null) return NONE;
  const size = Math.abs(value);
  const step = size >= 20_000 ? 1000 : size >= 2_000 ? 100 : 1;
  const digits = { maximumFractionDigits: 0, minimumFractionDigits: 0 };
  return number(value, { ...kronor, ...digits, ...(step > 1 && { roundingIncrement: step }) });
}

/** A number with at most so many decimals. */
export const plain = (value: Maybe, decimals = 0) =>
  value == null ? NONE : number(value, { maximumFractionDigits: decimals });

/** A number with exactly so many decimals, for columns. */
export const fixed = (value: Maybe, decimals: number) =>
  value == null ? NONE : number(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** The next whole number. */
export const whole = (value: Maybe) => (value == null ? NONE : number(value, { maximumFractionDigits: 0, roundingMode: "ceil" }));

/** Per cent: 5.2 is 5.2 %. `up`: what is needed is never rounded down. */
export const percent = (value: Maybe, decimals = 1, up = false) =>
  value == null
    ? NONE
    : number(value, { style: "unit", unit: "percent", maximumFractionDigits: decimals, ...(up && { roundingMode: "ceil" }) });

/** The same with exactly so many decimals, for columns. */
export const percentFixed = (value: Maybe, decimals: number) =>
  value == null ? NONE : number(value, { style: "unit", unit: "percent", minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** Days, one decimal; `up` as for per cent. */
export const days = (value: Maybe, up = false) =>
  value == null ? NONE : number(value, { maximumFractionDigits: 1, ...(up && { roundingMode: "ceil" }) });

const decimals: Record<Unit, number> = {
  sek: 2, sek_per_hour: 2, sek_per_day: 2, sek_per_month: 2, hours: 2, hours_per_week: 2, hours_per_year: 0,
  net_days: 3, net_days_per_employee: 5, percent: 4, months: 2, posts: 3, count: 2, factor: 6,
};

/** A value of a calculation with its unit, exact enough to be checked by hand. `inStep`: kronor with their öre, also when there are none. */
export function exact(value: Maybe, unit: Unit, inStep = false) {
  if (value == null) return NONE;
  if (unit === "percent") return percent(value, 4);
  const text = inStep && unit.startsWith("sek") ? fixed(value, 2) : plain(value, decimals[unit]);
  return unit === "factor" || unit === "count" ? text : t(`unit.${unit}`, { value: text, count: value });
}

/** A value as it stands in a number field: no unit, and no English comma, which a Swede would read as the decimal one. */
export const inField = (value: Maybe, decimals = 4) =>
  value == null ? "" : number(value, { maximumFractionDigits: decimals, useGrouping: language() === "sv" });

const utc = (iso: string) => new Date(`${iso.length === 7 ? `${iso}-01` : iso}T00:00:00Z`);
const dated = (iso: string, options: Intl.DateTimeFormatOptions) => dates(options).format(utc(iso));

export const month = (iso: string) => dated(iso, { month: "long", year: "numeric" });
export const monthShort = (iso: string) => dated(iso, { month: "short", year: "numeric" });
export const monthLetter = (iso: string) => dated(iso, { month: "narrow" });
export const date = (iso: string) => dated(iso, { day: "numeric", month: "long", year: "numeric" });
/** The name of a day of the week, 0 for Monday. */
export const weekday = (day: number) => dated(`2024-01-0${day + 1}`, { weekday: "long" });
export const yearOf = (iso: string) => iso.slice(0, 4);

/** An ISO date that does not break at its hyphens. */
export const iso = (date: string) => date.replaceAll("-", "\u2060-\u2060");

/** januari–juni 2026 */
export function monthRange(from: string | null | undefined, to: string | null | undefined) {
  if (!from || !to) return "";
  return dates({ month: "long", year: "numeric" }).formatRange(utc(from), utc(to));
}

/** As a sentence begins: Januari–juni 2026, I juni 2026. */
export function monthsOf(from: string, to: string) {
  const first = from.slice(0, 4) === to.slice(0, 4) ? dated(from, { month: "long" }) : month(from);
  return sentence(from === to ? t("span.month", { month: month(to) }) : t("span.months", { from: first, to: month(to) }));
}

/** A list in a sentence: a, b och c. */
export const list = (items: string[]) => lists({}).format(items);

/** The first letter as a sentence begins, and as it stands within one. */
export const sentence = (text: string) => text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);
export const inline = (text: string) => text.charAt(0).toLocaleLowerCase(locale()) + text.slice(1);
