// Profiles: what a user has answered about a kind of table, by its headings. No rows, no cells; docs/profile.md describes the file.
import type { ChoiceSettings, ColumnView, TableView } from "./types";
import { has } from "./words";

export interface ProfileColumn {
  /** Of columns that stand for months, quarters, tertials or years: what their headings say beside these. */
  heading: string;
  /** Left out where nobody has said it and nothing tells it: next month it is open again. */
  meaning?: string;
  /** How its numbers or dates are read, where the user has said so. */
  number?: string;
  date?: string;
}

export interface Profile {
  barkraft: "profile";
  version: 1;
  name: string;
  columns: ProfileColumn[];
  across: ProfileColumn[];
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
/** Months across are other ones each time: what tells the kind of table is what stands beside them. */
const lasting = (columns: ColumnView[]) => columns.filter(({ beside }) => beside == null);
/** The columns across, those together whose headings say the same but for the month. */
function kindsOf(columns: ColumnView[]) {
  const kinds = new Map<string, ColumnView[]>();
  for (const column of columns) {
    if (column.beside != null) kinds.set(folded(column.beside), [...(kinds.get(folded(column.beside)) ?? []), column]);
  }
  return [...kinds.values()];
}
const sorted = (headings: string[]) => headings.map(folded).sort();
const keyOf = (columns: { heading: string }[], across: { heading: string }[]) =>
  JSON.stringify([columns, across].map((all) => sorted(all.map(({ heading }) => heading))));
const acrossOf = (table: TableView) => kindsOf(table.columns).map(([column]) => ({ heading: column?.beside ?? "" }));
const keyOfTable = (table: TableView) => keyOf(lasting(table.columns), acrossOf(table));

/** Whether two tables have the same headings, in any order. */
export const sameHeadings = (one: TableView, other: TableView) => keyOfTable(one) === keyOfTable(other);

/** The profile that was made of a table like this. One that says nothing of columns across leaves them open. */
export const recognise = (table: TableView, profiles: Profile[]) =>
  profiles.find(({ columns, across }) => keyOf(columns, across.length > 0 ? across : acrossOf(table)) === keyOfTable(table));

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
    columns: lasting(table.columns).map((view) => {
      const said = columns?.find((choice) => choice.column === view.column);
      return { heading: view.heading.trim().slice(0, LONGEST), ...meaningOf(view), ...(said?.number && { number: said.number }), ...(said?.date && { date: said.date }) };
    }),
    across: kindsOf(table.columns).map((kind) => acrossSaid(kind, columns ?? [])),
    causes: (causes ?? []).map(({ cause, sickness }) => ({ cause: cause ?? "", sickness: sickness === true })),
    filter: filter ?? null,
  };
}

/** What a column means, where it was said or something tells it. */
const meaningOf = ({ chosen, meaning }: ColumnView) => (chosen || meaning !== "ignore") && { meaning };

/** What is said of columns across that are alike, and what they mean where something tells it. */
function acrossSaid(kind: ColumnView[], choices: NonNullable<ChoiceSettings["columns"]>): ProfileColumn {
  const [first] = kind as [ColumnView];
  const said = choices.filter((choice) => kind.some(({ column }) => column === choice.column));
  const last = (what: "number" | "date") => said.map((choice) => choice[what]).filter((form) => form != null).at(-1);
  const [number, date] = [last("number"), last("date")];
  return {
    heading: (first.beside ?? "").trim().slice(0, LONGEST),
    ...meaningOf(first),
    ...(number && { number }),
    ...(date && { date }),
  };
}

/** What a profile says of a table with its headings. What the headings say by themselves is left to them. */
export function choicesBy(profile: Profile, table: TableView, typed: boolean): ChoiceSettings {
  const left = lasting(table.columns);
  const columns = profile.columns.flatMap(({ heading, meaning, number, date }) => {
    const at = left.findIndex((column) => folded(column.heading) === folded(heading));
    const [column] = at < 0 ? [] : left.splice(at, 1);
    if (!column) return [];
    const known = meaning === undefined || (column.meaning === meaning && column.why === "heading");
    if (known && !number && !date) return [];
    return [{ column: column.column, ...(!known && { meaning }), ...(number && { number }), ...(date && { date }) }];
  });
  const across = kindsOf(table.columns).flatMap(([column]) => {
    const one = profile.across.find(({ heading }) => folded(heading) === folded(column?.beside ?? ""));
    if (!column || !one) return [];
    const { meaning, number, date } = one;
    const known = meaning === undefined || column.meaning === meaning;
    if (known && !number && !date) return [];
    return [{ column: column.column, ...(!known && { meaning }), ...(number && { number }), ...(date && { date }) }];
  });
  return { columns: [...columns, ...across], causes: structuredClone(profile.causes), filter: profile.filter, typed };
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

function checkedColumn(column: unknown): ProfileColumn | string {
  const { heading, meaning, number, date } = record(column) ?? {};
  if (typeof heading !== "string" || heading.length > LONGEST || !(meaning === undefined || typeof meaning === "string")) return "shape";
  if (meaning !== undefined && !has(`meaning.${meaning}`)) return "meaning";
  const forms = [number, date].filter((form) => form != null);
  if (!forms.every((form) => FORMS.includes(form as string))) return "meaning";
  return { heading, ...(meaning !== undefined && { meaning }), ...(number != null && { number: number as string }), ...(date != null && { date: date as string }) };
}

function checked(read: Record<string, unknown>): Profile | string {
  if (read["barkraft"] !== "profile") return "shape";
  if (read["version"] !== 1) return "version";
  const { name, columns, across = [], causes = [], filter = null } = read;
  if (!isText(name) || name.length > LONGEST_NAME) return "name";
  if (!Array.isArray(columns) || columns.length > 1000 || !Array.isArray(across) || across.length > 1000 || !Array.isArray(causes)) return "shape";
  if (columns.length + across.length === 0) return "shape";
  const profile: Profile = { barkraft: "profile", version: 1, name: name.trim(), columns: [], across: [], causes: [], filter: null };
  for (const column of columns) {
    const read = checkedColumn(column);
    if (typeof read === "string") return read;
    profile.columns.push(read);
  }
  for (const column of across) {
    const read = checkedColumn(column);
    if (typeof read === "string") return read;
    profile.across.push(read);
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
  const key = ({ columns, across }: Profile) => keyOf(columns, across);
  return [...profiles.filter((one) => folded(one.name) !== folded(added.name) && key(one) !== key(added)), added];
};
