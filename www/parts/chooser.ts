// The fields by which a column is given another meaning or another convention: the same in the preview and in the list of columns.
import type { App } from "../app";
import { h, put, show } from "../dom";
import type { ColumnView } from "../types";
import { t } from "../words";
import { chooseColumns, idIn, type Convention } from "./said";

const CONVENTIONS: Record<Convention, string[]> = {
  number: ["decimal_comma", "decimal_point"],
  date: ["year_first", "day_first", "month_first", "serial"],
};

function fill(el: HTMLSelectElement, options: string[], words: (value: string) => string, value: string) {
  if (el.options.length !== options.length) {
    put(el, ...options.map((option) => h("option", { value: option }, words(option))));
  }
  if (el.value !== value) el.value = value;
}

export interface Chooser {
  el: HTMLElement;
  meaning: HTMLSelectElement;
  update(column: ColumnView, meanings: string[]): void;
}

/** Fields for `columns`, which are changed together; `prefix` keeps the ids of two choosers of one column apart. */
export function chooser(app: App, table: number, prefix: string, name: string, columns: () => number[]): Chooser {
  const select = (kind: Convention | "meaning", id: string) => {
    const el = h("select", {
      id: idIn(table, id), "aria-label": t(`columns.${kind}.of`, { column: name }),
      onchange: () => chooseColumns(app, table, columns(), { [kind]: el.value }),
    });
    return el;
  };
  const [at] = columns();
  const meaning = select("meaning", `${prefix}meaning-${at}`);
  const form = { number: select("number", `${prefix}number-${at}`), date: select("date", `${prefix}date-${at}`) };
  const asked = new Set<Convention>();
  return {
    el: h("div", { class: "meaning" }, meaning, form.number, form.date),
    meaning,
    update(column, meanings) {
      fill(meaning, column.personal ? ["employee", "ignore"] : meanings, (id) => t(`meaning.${id}`), column.meaning);
      const chosen = app.state.tables[table]?.choices.columns?.find((choice) => choice.column === column.column);
      for (const kind of ["number", "date"] as const) {
        // Once asked about, the choice stays in sight.
        if (column.ambiguous && column[kind]) asked.add(kind);
        const shown = column[kind] != null && (asked.has(kind) || chosen?.[kind] != null);
        if (show(form[kind], shown)) fill(form[kind], CONVENTIONS[kind], (id) => t(`form.${id}`), column[kind] ?? "");
      }
    },
  };
}
