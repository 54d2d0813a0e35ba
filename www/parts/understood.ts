// What we understood of the paste: how much is used, how each column is read, what was set aside, and what we ask.
import type { App, Part } from "../app";
import { h, put, setText, show } from "../dom";
import { list, monthRange, plain } from "../format";
import type { NoteView, View } from "../types";
import { has, t } from "../words";
import { columnName, columns } from "./columns";
import { go, section } from "./pieces";
import { BEGUN, questions } from "./questions";
import { setAside } from "./set-aside";

/** A note in words: what was noticed, and where. */
export function noteText(note: NoteView) {
  const cells = has(`note.${note.id}.cells`);
  const where = note.row != null && note.count < 2 && !cells ? `${t("note.row", { row: String(note.row) })} ` : "";
  return where + t(cells ? `note.${note.id}.cells` : `note.${note.id}`, {
    count: note.count,
    row: String(note.row ?? ""),
    column: columnName(note.heading, note.column ?? 0),
    found: note.found ?? t("columns.text"),
    expected: note.expected ? t(`expected.${note.expected}`) : "",
  });
}

export function understood(app: App): Part {
  const summary = h("p", { class: "lead", id: "used", tabindex: "-1" });
  const facts = h("p", { class: "quiet" });
  const stops = h("div", { class: "stops", id: "stops" });
  const asked = questions(app);
  const table = columns(app);
  const aside = setAside(app);
  const warnings = h("ul", { class: "remarks warnings" });
  const remarks = h("ul", { class: "remarks" });
  const more = h("div", { class: "notes screen-only" }, h("h3", null, t("understood.notes")), warnings, remarks);
  const el = section("understood", t("understood.title"), summary, facts, stops, asked.el, table.el, aside.el, more);

  /** What was answered, and a way to answer anew. */
  function again({ count }: NoteView) {
    const answer = app.state.settings.begun_earlier;
    const button = h("button", {
      type: "button", class: "link",
      onclick: () => {
        app.set({ begun_earlier: null });
        requestAnimationFrame(() => requestAnimationFrame(() => go(BEGUN)));
      },
    }, t("question.begun.again"));
    return h("span", null, " ", answer ? t("quoted", { text: t(`question.begun.${answer}`, { count }) }) : "", " ", button);
  }

  function sentence({ reading }: View) {
    const parts = [t(`layout.${reading.layout}`)];
    if (reading.first_month) parts.push(monthRange(reading.first_month, reading.last_month));
    if (reading.units > 0) parts.push(t("understood.units", { count: reading.units }));
    if (reading.people != null) parts.push(t("understood.people", { count: reading.people }));
    return parts.join(" · ");
  }

  return {
    el,
    update(view) {
      if (!show(el, view !== null) || !view) return;
      const reading = { ...view.tables[0], ...view.reading, notes: view.tables.flatMap((table) => table.notes), set_aside_groups: view.tables.flatMap((table) => table.set_aside_groups), columns: view.tables[0]?.columns ?? [], heading_row: view.tables[0]?.heading_row ?? 0 };
      const notes = [...reading.notes, ...view.notes];
      const stopped = notes.filter((note) => note.weight === "stop");
      setText(summary, t("understood.used", { count: reading.pasted, used: plain(reading.used) }));
      show(summary, reading.pasted > 0);
      setText(facts, sentence(view));
      show(facts, reading.layout !== "unknown");

      put(stops, ...stopped.map((note) =>
        h("div", { class: "trouble" }, h("p", null, h("strong", null, noteText(note))), h("p", null, t(`note.${note.id}.next`)))));
      show(stops, stopped.length > 0);

      asked.update(view);
      table.update(view);
      aside.update(view);
      // What the rows set aside already say is not said twice.
      const said = new Set(reading.set_aside_groups.map((group) => group.reason));
      const ignored = stopped.length > 0 ? [] : reading.columns.filter((column) => column.meaning === "ignore");
      // Titles above the table are not rows of it.
      const above = ({ id, row }: NoteView) => id === "not_data" && row != null && row < reading.heading_row;
      const texts = (weight: string) =>
        notes
          .filter((note) => note.weight === weight && (above(note) || !said.has(note.id) || note.column != null) && note.id !== "column_ignored")
          .map((note) => h("li", null, above(note) ? t("note.not_data.before", { count: note.count }) : noteText(note), note.id === "begun_earlier" && again(note)));
      const quiet = texts("remark");
      if (ignored.length > 0) {
        const names = ignored.map(({ heading, column }) => t("quoted", { text: columnName(heading, column) }));
        quiet.push(h("li", null, t("understood.ignored", { count: ignored.length, columns: list(names) })));
      }
      const loud = texts("warning");
      put(warnings, ...loud);
      put(remarks, ...quiet);
      show(warnings, loud.length > 0);
      show(remarks, quiet.length > 0);
      show(more, loud.length + quiet.length > 0);
    },
  };
}
