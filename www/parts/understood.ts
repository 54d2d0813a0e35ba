// What we understood of the paste: how much is used, and table by table how it was read, what was set aside, and what we ask.
import type { App, Part } from "../app";
import { Keyed, h, newId, setText, show } from "../dom";
import { list, monthRange, plain } from "../format";
import type { NoteView, TableView, View } from "../types";
import { t } from "../words";
import { givenBegun, givenOf } from "./answers";
import { checks } from "./checks";
import { columns } from "./columns";
import { remarks, stops } from "./notes";
import { section } from "./pieces";
import { preview } from "./preview";
import { questions } from "./questions";
import { idIn } from "./said";
import { groupsOf, setAside, sortOf, type Sort } from "./set-aside";
import { tableName } from "./tables";

const usedText = ({ pasted, used }: { pasted: number; used: number }) => t("understood.used", { count: pasted, used: plain(used) });

/** How many rows were set aside: on purpose, to be mended, waiting for an answer. */
function asideText(tables: TableView[]) {
  const groups = tables.flatMap((table) => groupsOf(table).map((group) => ({ sort: sortOf(group, table), count: group.count })));
  const count = (sort: Sort) => groups.filter((group) => group.sort === sort).reduce((sum, group) => sum + group.count, 0);
  const parts = (["purpose", "mend", "answer"] as const).map((sort) => ({ sort, count: count(sort) })).filter((part) => part.count > 0);
  const [first] = parts;
  if (!first) return "";
  if (parts.length === 1) return t(`understood.aside.${first.sort}`, { count: first.count });
  const all = parts.reduce((sum, part) => sum + part.count, 0);
  return t("understood.aside", { count: all, parts: list(parts.map((part) => t(`understood.aside.of.${part.sort}`, { count: part.count }))) });
}

/** What kind of table it is. */
const layoutText = ({ layout, crosstab }: TableView) => [t(`layout.${layout}`), crosstab && t("layout.crosstab")].filter(Boolean).join(" · ");

function facts({ reading, tables }: View) {
  const [table] = tables;
  return [
    tables.length === 1 && table ? layoutText(table) : t("understood.tables", { count: tables.length }),
    reading.first_month && monthRange(reading.first_month, reading.last_month),
    reading.units > 0 && t("understood.units", { count: reading.units }),
    reading.people != null && t("understood.people", { count: reading.people }),
  ].filter(Boolean).join(" · ");
}

/** One table: with a title and its own sentence only where there are several. */
function shownTable(app: App, index: number, meanings: () => string[]) {
  const title = h("h3", { class: "table-title", id: newId("table") });
  const used = h("p");
  const kind = h("p", { class: "quiet" });
  const stopped = stops(idIn(index, "stops"));
  const asked = questions(app, index);
  const first = preview(app, index);
  const list = columns(app, index);
  const aside = setAside(app, index);
  const sums = checks(app, index);
  const notes = remarks(app);
  const el = h("section", { class: "table-shown", "aria-labelledby": title.id },
    title, used, kind, stopped.el, asked.el, first.el, list.el, aside.el, sums.el, notes.el);
  return {
    el,
    /** `others`: what was noticed beyond the reading, where this is the only table. */
    update(table: TableView, only: boolean, others: NoteView[]) {
      const all = [...table.notes, ...others];
      const source = app.state.tables[index];
      setText(title, source ? tableName(app, source, index) : "");
      setText(used, `${usedText(table)} ${asideText([table])}`);
      setText(kind, layoutText(table));
      for (const alone of [title, used, kind]) show(alone, !only);
      el.classList.toggle("only", only);
      stopped.update(all);
      asked.update(all, [...givenOf(app, index, (column) => table.columns[column]?.heading), ...givenBegun(app, others)]);
      first.update(table, meanings(), only);
      list.update(table, meanings(), only);
      aside.update(table);
      sums.update(table);
      notes.update(all, table);
    },
  };
}

export function understood(app: App): Part {
  const used = h("span", { id: "used", tabindex: "-1" });
  const aside = h("span", { id: "set-aside" });
  const summary = h("p", { class: "lead" }, used, " ", aside);
  const about = h("p", { class: "quiet" });
  const stopped = stops("stops-of-all");
  const asked = questions(app, 0);
  const body = h("div");
  const notes = remarks(app);
  const el = section("understood", t("understood.title"), summary, about, stopped.el, body);
  let view: View | null = null;
  const tables = new Keyed<number>(body, (index) => {
    const shown = shownTable(app, index, () => view?.reading.meanings ?? []);
    return {
      el: shown.el,
      update() {
        const [table, only] = [view?.tables[index], view?.tables.length === 1];
        if (view && table) shown.update(table, only, only ? view.notes : []);
      },
    };
  });

  return {
    el,
    update(next) {
      view = next;
      if (!show(el, view !== null) || !view) return;
      const { reading } = view;
      setText(used, usedText(reading));
      setText(aside, asideText(view.tables));
      show(summary, reading.pasted > 0);
      setText(about, facts(view));
      show(about, reading.layout !== "unknown");
      // What is about all tables stands by them all; with one table there is no such place.
      const several = view.tables.length > 1;
      const shared = several ? view.notes : [];
      if (!several) [asked.el, notes.el].forEach((part) => part.remove());
      else if (!asked.el.isConnected) {
        body.before(asked.el);
        body.after(notes.el);
      }
      stopped.update(shared);
      asked.update(shared, givenBegun(app, shared));
      notes.update(shared);
      tables.update(view.tables.map((_, index) => index), String);
    },
  };
}
