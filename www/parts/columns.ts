// How each column was understood, and the means to change it.
import type { App, Part } from "../app";
import { Keyed, h, newId, put, setText, show } from "../dom";
import type { ColumnView, View } from "../types";
import { t } from "../words";
import { Disclosure } from "./pieces";

type Convention = "number" | "date";
const conventions: Record<Convention, string[]> = {
  number: ["decimal_comma", "decimal_point"],
  date: ["year_first", "day_first", "month_first", "serial"],
};

/** What may be seen of a column: nothing of one that tells people apart, and no words of one that we do not know. */
function samplesOf({ meaning, personal, samples }: ColumnView) {
  if (personal || meaning === "employee") return "columns.hidden";
  const shown = meaning === "ignore" ? samples.filter((text) => /\d/.test(text) && !/\p{L}{2}/u.test(text)) : samples;
  return shown.length > 0 ? shown : meaning === "ignore" ? "columns.text" : "columns.no_samples";
}

/** Remembers what the user said of a column. */
export function chooseColumn(app: App, column: number, said: { meaning?: string; number?: string; date?: string }) {
  void app.choose(0, (choices) => {
    const columns = (choices.columns ??= []);
    const known = columns.find((choice) => choice.column === column);
    if (known) Object.assign(known, said);
    else columns.push({ column, ...said });
  });
}

export const columnName = (heading: string | null | undefined, column: number) =>
  heading || t("column.number", { number: column + 1 });

function select(label: string, id: string, change: (value: string) => void) {
  const el = h("select", { id, "aria-label": label, onchange: () => change(el.value) });
  return el;
}

function fill(el: HTMLSelectElement, options: string[], words: (value: string) => string, value: string) {
  if (el.options.length !== options.length) {
    put(el, ...options.map((option) => h("option", { value: option }, words(option))));
  }
  if (el.value !== value) el.value = value;
}

export function columns(app: App): Part {
  let meanings: string[] = [];
  const body = h("tbody");

  const rows = new Keyed<ColumnView>(body, (first) => {
    const name = columnName(first.heading, first.column);
    const heading = h("th", { scope: "row" }, name);
    const samples = h("td", { class: "samples" });
    const meaning = select(t("columns.meaning.of", { column: name }), `meaning-${first.column}`, (value) =>
      chooseColumn(app, first.column, { meaning: value }));
    const form: Record<Convention, HTMLSelectElement> = {
      number: select(t("columns.number.of", { column: name }), `number-${first.column}`, (value) =>
        chooseColumn(app, first.column, { number: value })),
      date: select(t("columns.date.of", { column: name }), `date-${first.column}`, (value) =>
        chooseColumn(app, first.column, { date: value })),
    };
    const state = h("p", { class: "quiet", id: newId("column-state") });
    meaning.setAttribute("aria-describedby", state.id);
    const el = h("tr", null, heading, samples, h("td", null, h("div", { class: "meaning" }, meaning, form.number, form.date), state));
    const asked = new Set<Convention>();
    return {
      el,
      update(column) {
        const seen = samplesOf(column);
        put(samples, typeof seen === "string" ? h("span", { class: "quiet" }, t(seen)) : h("span", null, seen.join(" · ")));
        const offered = column.personal ? ["employee", "ignore"] : meanings;
        fill(meaning, offered, (id) => t(`meaning.${id}`), column.meaning);
        el.classList.toggle("unused", column.meaning === "ignore");
        for (const kind of ["number", "date"] as const) {
          // Once asked about, the choice stays in sight.
          if (column.ambiguous && column[kind]) asked.add(kind);
          const shown = column[kind] != null && (asked.has(kind) || app.state.tables[0]?.choices.columns?.some((c) => c.column === column.column && c[kind]) === true);
          show(form[kind], shown);
          if (shown) fill(form[kind], conventions[kind], (id) => t(`form.${id}`), column[kind] ?? "");
        }
        const said = [
          column.chosen && t("columns.chosen"),
          column.misfits > 0 && t("columns.misfits", { count: column.misfits }),
        ].filter((text) => text !== false);
        setText(state, said.join(" · "));
        show(state, said.length > 0);
      },
    };
  });

  const table = h("table", { class: "columns" },
    h("caption", { class: "sr" }, t("columns.title")),
    h("thead", null, h("tr", null,
      h("th", { scope: "col" }, t("columns.heading")),
      h("th", { scope: "col" }, t("columns.samples")),
      h("th", { scope: "col" }, t("columns.meaning")))),
    body);
  const fold = new Disclosure(app, "columns", { title: t("columns.title"), closed: t("columns.show"), open: t("columns.hide") },
    h("p", { class: "quiet" }, t("columns.help")), table);
  const el = h("div", { class: "screen-only" }, fold.el);
  const narrow = matchMedia("(max-width: 40rem)");

  return {
    el,
    update(view: View | null) {
      const reading = view?.tables[0];
      if (!show(el, reading !== undefined && reading.columns.length > 0) || !reading) return;
      meanings = view?.reading.meanings ?? [];
      // On a small screen the list waits, unless something in it is uncertain.
      const uncertain = reading.columns.some((column) => column.ambiguous)
        || reading.notes.some((note) => note.weight === "stop" || (note.weight === "question" && note.column != null));
      fold.suggest(!narrow.matches || uncertain);
      rows.update(reading.columns, (column) => `${column.column} ${column.heading}`);
    },
  };
}
