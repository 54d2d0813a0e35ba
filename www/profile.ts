// Profiles: what a user has answered about a kind of table, by its headings. No rows, no cells; docs/profile.md describes the file.
import type { ChoiceSettings, ColumnView, TableView } from "./types";
import { has } from "./words";

export interface ProfileColumn {
  heading: string;
  meaning: string;
  /** How its numbers or dates are read, where the user has said so. */
  number?: string;
  date?: string;
}

export interface Profile {
  barkraft: "profile";
  version: 1;
  name: string;
  columns: ProfileColumn[];
  /** Causes that the user was asked about. */
  causes: { cause: string; sickness: boolean }[];
  filter: string | null;
}

const KEY = "barkraft.profiles";
const FORMS = ["decimal_comma", "decimal_point", "year_first", "day_first", "month_first", "serial"];
const FILTERS = ["whole_spells", "from_day_15"];
const LONGEST = 200;
export const LONGEST_NAME = 60;

const folded = (text: string) => text.trim().toLocaleLowerCase("sv");
/** Months across are other ones each time, and tell nothing of the kind of table. */
const lasting = (columns: ColumnView[]) => columns.filter((column) => column.over == null);
const keyOf = (headings: string[]) => headings.map(folded).sort().join("\n");
const keyOfTable = (table: TableView) => keyOf(lasting(table.columns).map(({ heading }) => heading));

/** Whether two tables have the same headings, in any order. */
export const sameHeadings = (one: TableView, other: TableView) => keyOfTable(one) === keyOfTable(other);

/** The profile that was made of a table like this. */
export const recognise = (table: TableView, profiles: Profile[]) =>
  profiles.find(({ columns }) => keyOf(columns.map(({ heading }) => heading)) === keyOfTable(table));

/** Whether there is anything to save: something answered, of a table whose headings were found. */
export const isAnswered = (table: TableView, choices: ChoiceSettings) =>
  table.used > 0 && table.columns.some(({ heading }) => heading.trim() !== "") &&
  !table.notes.some(({ id }) => id === "no_heading") &&
  ((choices.columns?.length ?? 0) > 0 || (choices.causes?.length ?? 0) > 0 || choices.filter != null);

/** What would be saved of a table: headings and what was said of them. */
export function profileOf(name: string, table: TableView, { columns, causes, filter }: ChoiceSettings): Profile {
  return {
    barkraft: "profile",
    version: 1,
    name,
    columns: lasting(table.columns).map(({ column, heading, meaning }) => {
      const said = columns?.find((choice) => choice.column === column);
      return { heading: heading.trim().slice(0, LONGEST), meaning, ...(said?.number && { number: said.number }), ...(said?.date && { date: said.date }) };
    }),
    causes: (causes ?? []).map(({ cause, sickness }) => ({ cause: cause ?? "", sickness: sickness === true })),
    filter: filter ?? null,
  };
}

/** What a profile says of a table with its headings. What the headings say by themselves is left to them. */
export function choicesBy(profile: Profile, table: TableView, typed: boolean): ChoiceSettings {
  const left = lasting(table.columns);
  const columns = profile.columns.flatMap(({ heading, meaning, number, date }) => {
    const at = left.findIndex((column) => folded(column.heading) === folded(heading));
    const [column] = at < 0 ? [] : left.splice(at, 1);
    if (!column) return [];
    const known = column.meaning === meaning && column.why === "heading";
    if (known && !number && !date) return [];
    return [{ column: column.column, ...(!known && { meaning }), ...(number && { number }), ...(date && { date }) }];
  });
  return { columns, causes: structuredClone(profile.causes), filter: profile.filter, typed };
}

// ---- The file ----

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "" && value.length <= LONGEST;
const record = (value: unknown) => (typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null);

/** Whether a text means to be a profile, well formed or not. */
export const looksLikeProfile = (text: string) => /^\s*\{[^]{0,200}"barkraft"\s*:/.test(text);

export const written = (profile: Profile) => `${JSON.stringify(profile, null, 2)}\n`;

/** A profile out of a file or a paste: the fields that we know and nothing else. Or why it is none: an id under `profile.problem.`. */
export function profileFrom(text: string): Profile | string {
  let read: Record<string, unknown> | null;
  try {
    read = record(JSON.parse(text));
  } catch {
    return "json";
  }
  return read ? checked(read) : "shape";
}

function checked(read: Record<string, unknown>): Profile | string {
  if (read["barkraft"] !== "profile") return "shape";
  if (read["version"] !== 1) return "version";
  const { name, columns, causes = [], filter = null } = read;
  if (!isText(name) || name.length > LONGEST_NAME) return "name";
  if (!Array.isArray(columns) || columns.length === 0 || columns.length > 1000 || !Array.isArray(causes)) return "shape";
  const profile: Profile = { barkraft: "profile", version: 1, name: name.trim(), columns: [], causes: [], filter: null };
  for (const column of columns) {
    const { heading, meaning, number, date } = record(column) ?? {};
    if (typeof heading !== "string" || heading.length > LONGEST || typeof meaning !== "string") return "shape";
    if (!has(`meaning.${meaning}`)) return "meaning";
    const forms = [number, date].filter((form) => form != null);
    if (!forms.every((form) => FORMS.includes(form as string))) return "meaning";
    profile.columns.push({ heading, meaning, ...(number != null && { number: number as string }), ...(date != null && { date: date as string }) });
  }
  for (const cause of causes) {
    const said = record(cause);
    if (!isText(said?.["cause"]) || typeof said["sickness"] !== "boolean") return "shape";
    profile.causes.push({ cause: said["cause"], sickness: said["sickness"] });
  }
  if (filter !== null && !FILTERS.includes(filter as string)) return "meaning";
  return { ...profile, filter: filter as string | null };
}

// ---- Where they are kept: in this browser, and only once the user has asked for it ----

export function stored(): Profile[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(list) ? list.map((one) => checked(record(one) ?? {})).filter((one) => typeof one !== "string") : [];
  } catch {
    return [];
  }
}

/** Whether the browser let us. */
export function store(profiles: Profile[]) {
  try {
    if (profiles.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(profiles));
    return true;
  } catch {
    return false;
  }
}

/** The list with one more, in place of the one of the same name or the same headings. */
export const withProfile = (profiles: Profile[], added: Profile) => {
  const key = (profile: Profile) => keyOf(profile.columns.map(({ heading }) => heading));
  return [...profiles.filter((one) => folded(one.name) !== folded(added.name) && key(one) !== key(added)), added];
};
