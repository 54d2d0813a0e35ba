// What was noticed, in words.
import type { App } from "../app";
import { h, put, show } from "../dom";
import { list } from "../format";
import type { NoteView, TableView } from "../types";
import { has, t } from "../words";
import { columnName } from "./said";

/** So many columns that are not used are named; of more, only how many they are. */
const NAMED = 6;

export const paramsOf = (note: NoteView) => ({
  count: note.count,
  row: String(note.row ?? ""),
  column: columnName(note.heading, note.column ?? 0),
  found: note.found ?? t("columns.text"),
  expected: note.expected ? t(`expected.${note.expected}`) : "",
});

/** A note in words: what was noticed, and where. */
export function noteText(note: NoteView) {
  const cells = has(`note.${note.id}.cells`);
  const where = note.row != null && note.count < 2 && !cells ? `${t("note.row", { row: String(note.row) })} ` : "";
  return where + t(cells ? `note.${note.id}.cells` : `note.${note.id}`, paramsOf(note));
}

const isGiven = ({ id }: NoteView) => id === "about_units" || id === "about_everyone";

/** What a table about units gives: what it says of as many units stands together. */
export function given(notes: NoteView[]) {
  const all = notes.filter(isGiven);
  const like = (one: NoteView) => all.filter(({ id, count }) => id === one.id && count === one.count);
  return all.filter((note) => like(note)[0] === note).map((note) =>
    t(`note.${note.id}`, { count: note.count, expected: list(like(note).map(({ expected }) => t(`expected.${expected}`))) }));
}

/** What stops the reading: what is missing, why it matters, and what to do. */
export function stops(id: string) {
  const el = h("div", { class: "stops", id });
  return {
    el,
    update(notes: NoteView[]) {
      const stopped = notes.filter(({ weight }) => weight === "stop");
      put(el, ...stopped.map((note) => {
        // What one thing that is missing means has words of its own.
        const about = (part: string) => [`note.${note.id}.${note.expected}.${part}`, `note.${note.id}.${part}`].find(has);
        const [why, next] = [about("why"), about("next")];
        // What waits for more is no trouble.
        return h("div", { class: note.id === "about_alone" ? "asks" : "trouble" }, h("p", null, h("strong", null, noteText(note))), why && h("p", null, t(why)), next && h("p", null, t(next)));
      }));
      show(el, stopped.length > 0);
    },
  };
}

/** Warnings and remarks, but for what other parts say already. */
export function remarks(app: App) {
  const warnings = h("ul", { class: "remarks warnings" });
  const quiet = h("ul", { class: "remarks" });
  const el = h("div", { class: "notes screen-only" }, h("h3", null, t("understood.notes")), warnings, quiet);

  /** The columns that are not used, in one sentence. */
  function unused({ columns, notes }: TableView) {
    const ignored = notes.some(({ weight }) => weight === "stop") ? [] : columns.filter(({ meaning }) => meaning === "ignore");
    const names = ignored.map(({ heading, column }) => t("quoted", { text: columnName(heading, column) }));
    if (names.length === 0) return null;
    return names.length > NAMED ? t("columns.unused", { count: names.length }) : t("understood.ignored", { count: names.length, columns: list(names) });
  }

  return {
    el,
    update(notes: NoteView[], table?: TableView) {
      // What the rows set aside and the sum checks already say is not said twice.
      const said = new Set(table?.set_aside_groups.map(({ reason }) => reason));
      // Titles above the table are not rows of it.
      const above = ({ id, row }: NoteView) => id === "not_data" && row != null && row < (table?.heading_row ?? 0);
      const checked = table !== undefined && table.checks.length > 0;
      const elsewhere = (note: NoteView) => isGiven(note) || isElsewhere(note);
      const isElsewhere = ({ id }: NoteView) => id === "column_ignored" || id === "same_months_answered" || (checked && id.startsWith("total_")) || (id === "begun_earlier" && app.state.settings.begun_earlier != null);
      const texts = (weight: string) =>
        notes
          .filter((note) => note.weight === weight && (above(note) || !said.has(note.id) || note.column != null) && !elsewhere(note))
          .map((note) => h("li", null, above(note) ? t("note.not_data.before", { count: note.count }) : noteText(note)));
      const [loud, soft] = [texts("warning"), texts("remark")];
      const rest = table && unused(table);
      soft.push(...given(notes).map((text) => h("li", null, text)));
      if (rest) soft.push(h("li", null, rest));
      put(warnings, ...loud);
      put(quiet, ...soft);
      show(warnings, loud.length > 0);
      show(quiet, soft.length > 0);
      show(el, loud.length + soft.length > 0);
    },
  };
}
