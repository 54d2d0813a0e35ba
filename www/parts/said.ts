// What the user says of a table: which column means what, and by which convention it is read.
import type { App } from "../app";
import { list } from "../format";
import type { ColumnChoiceSettings } from "../types";
import { t } from "../words";

export type Convention = "number" | "date";
export type Said = Partial<Record<Convention | "meaning", string>>;

/** The id of a field of a table; the first table's are plain. */
export const idIn = (table: number, id: string) => (table === 0 ? id : `${id}-table-${table + 1}`);

export const columnName = (heading: string | null | undefined, column: number) =>
  heading || t("column.number", { number: column + 1 });

/** What was pasted, without line breaks within a date. */
export const unbroken = (text: string) => text.replace(/(\d)-(?=\d)/g, "$1\u2060-\u2060");

/** So many of several columns are named. */
const NAMED = 3;

/** The names of columns in a sentence: the first few, and how many more. */
export function columnNames(names: string[]) {
  const named = names.slice(0, NAMED).map((text) => t("quoted", { text }));
  return names.length > NAMED ? t("columns.more", { names: named.join(", "), count: names.length - NAMED }) : list(named);
}

/** Remembers what the user said of columns. */
export function chooseColumns(app: App, table: number, columns: number[], said: Said) {
  app.choose(table, (choices) => {
    const known = (choices.columns ??= []);
    for (const column of columns) {
      const choice = known.find((one) => one.column === column);
      if (choice) Object.assign(choice, said);
      else known.push({ column, ...said });
    }
  });
}

/** Takes back what was said of columns. */
export function forgetColumns(app: App, table: number, columns: number[], what: keyof Said) {
  app.choose(table, (choices) => {
    const rest: ColumnChoiceSettings[] = (choices.columns ?? []).map((choice) => (columns.includes(choice.column ?? 0) ? { ...choice, [what]: null } : choice));
    choices.columns = rest.filter(({ meaning, number, date }) => meaning ?? number ?? date);
  });
}
