// The first rows as they were pasted, and under each cell what it was read as. A heading opens the fields that change its meaning.
import type { App } from "../app";
import { h, newId, put, setText, show, svg, type Child } from "../dom";
import { date, month, percent, plain } from "../format";
import type { ColumnView, PreviewCell, PreviewRow, TableView } from "../types";
import { has, t } from "../words";
import { chooser, type Chooser } from "./chooser";
import { Disclosure, scroller } from "./pieces";
import { columnName, idIn, unbroken } from "./said";

/** More columns than anybody scrolls through; the list below the preview has them all. */
const SHOWN = 60;

/** What a cell was read as, in the few sorts that have a colour and a word each. */
const SORTS = ["person", "date", "number", "text", "cause", "unused", "unread"] as const;
type Sort = (typeof SORTS)[number];
const sortOf: Record<string, Sort> = {
  person: "person", date: "date", month: "date", number: "number", share: "number", text: "text",
  sickness: "cause", other_cause: "cause", unknown_cause: "unread", unused: "unused", unread: "unread",
};

const bare = (text: string) => text.replace(/[\s\u2060]/g, "").replace(/\u2212/g, "-").replace(",", ".");

/** What the cell was read as, in words: nothing where it says so itself. */
function readingOf({ text, kind, date: day, number }: PreviewCell) {
  const shown = (() => {
    switch (kind) {
      case "person": return number == null ? "" : t("preview.person", { number });
      case "date": return day === "open" ? t("preview.open") : day ? date(day) : "";
      case "month": return day ? month(day) : "";
      case "number": return plain(number, 4);
      case "share": return percent(number, 2);
      case "sickness": case "other_cause": case "unknown_cause": case "unread": return t(`preview.${kind}`);
      default: return "";
    }
  })();
  const written = bare(text ?? "").toLowerCase();
  return written === bare(shown).toLowerCase() || (day && written === day) || (kind === "number" && Number(written) === number) ? "" : shown;
}

/** The sign of a cell whose text is never shown. */
const hidden = () => h("span", { class: "veiled" }, h("span", { "aria-hidden": "true" }, "•••"), h("span", { class: "sr" }, t("columns.hidden")));

/** The sign of a cell that could not be read. */
const sign = () =>
  svg("svg", { viewBox: "0 0 14 14", class: "mark", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: "M7 1.5L13 12.5H1Z", class: "mark-frame" }), svg("path", { d: "M7 5.5V8.5M7 10V11", class: "mark-line" }));

function cellOf(cell: PreviewCell) {
  const reading = readingOf(cell);
  const sort = sortOf[cell.kind];
  // What is not shown is told by what it was read as, where that says something.
  const instead = cell.text == null && reading !== "" && sort !== "unread";
  const text = cell.text != null ? h("span", { class: "pasted" }, unbroken(cell.text)) : cell.kind !== "blank" && !instead && hidden();
  return h("td", { class: sort ? `read-${sort}` : null }, sort === "unread" && sign(), text, reading && h("span", { class: instead ? "pasted" : "reading" }, reading));
}

const reasonOf = (reason: string) => t(has(`aside.reason.${reason}`) ? `aside.reason.${reason}` : "aside.reason");

/** Rows that hold nothing to be read. */
const NO_ROWS = new Set(["blank_row", "total_row", "repeated_heading", "not_data"]);

/** A row as it is to be shown. What stops the whole table is said once, and not of every row. */
function shownRow(row: PreviewRow, columns: ColumnView[], stops: Set<string>): PreviewRow {
  const reason = row.set_aside && !stops.has(row.set_aside) ? row.set_aside : null;
  const cells = row.cells.slice(0, SHOWN).map((cell, at): PreviewCell => {
    if (NO_ROWS.has(reason ?? "")) return { text: cell.text ?? null, kind: cell.text == null ? "blank" : "unused" };
    return columns[at]?.personal && cell.kind === "text" ? { ...cell, kind: "person" } : cell;
  });
  return { ...row, set_aside: reason, cells };
}

function rowOf({ row, set_aside: reason, cells }: PreviewRow) {
  return h("tr", { class: reason ? "aside" : null },
    h("th", { scope: "row" }, String(row), reason && h("span", { class: "reading" }, reasonOf(reason))), ...cells.map(cellOf));
}

/** The sorts that occur, each with its colour and its word. */
const keyOf = (rows: PreviewRow[]) => {
  const found = new Set(rows.flatMap(({ cells }) => cells.map(({ kind }) => sortOf[kind])));
  return SORTS.filter((sort) => found.has(sort)).map((sort) =>
    h("li", null, h("span", { class: `read-key read-${sort}`, "aria-hidden": "true" }, sort === "unread" && sign()), t(`preview.sort.${sort}`)));
};

export function preview(app: App, table: number) {
  const head = h("tr");
  const body = h("tbody");
  const key = h("ul", { class: "read-keys" });
  const more = h("p", { class: "quiet" });
  const region = scroller(t("preview.title"), h("table", { class: "preview" },
    h("caption", { class: "sr" }, t("preview.title")), h("thead", null, head), body));
  region.classList.add("preview-box");
  const bar = h("div", { class: "choose", hidden: true, role: "group", onkeydown: (event: KeyboardEvent) => event.key === "Escape" && close() });
  const fold = new Disclosure(app, idIn(table, "preview"), { title: t("preview.title"), closed: t("columns.show"), open: t("columns.hide") },
    h("p", { class: "quiet" }, t("preview.help")), key, bar, region, more);
  const el = h("div", { class: "screen-only" }, fold.el);
  const narrow = matchMedia("(max-width: 40rem)");

  let all: ColumnView[] = [];
  let meanings: string[] = [];
  let drawn = "";
  let chosen: { column: number; heading: string; fields: Chooser } | null = null;
  const buttonId = (column: number) => idIn(table, `preview-${column}`);

  function mark() {
    for (const button of head.querySelectorAll("button")) button.setAttribute("aria-pressed", String(chosen !== null && button.id === buttonId(chosen.column)));
  }

  function open({ column, heading }: ColumnView) {
    if (chosen?.column === column) return close();
    const name = columnName(heading, column);
    const fields = chooser(app, table, "preview-", name, () => [column]);
    chosen = { column, heading, fields };
    const label = h("span", { id: newId("choose") }, t("preview.choose", { column: name }));
    put(bar, label, fields.el, h("button", { type: "button", onclick: close }, t("preview.done")));
    bar.setAttribute("aria-labelledby", label.id);
    follow();
    show(bar, true);
    mark();
    fields.meaning.focus();
  }

  function shut() {
    chosen = null;
    put(bar);
    show(bar, false);
    mark();
  }

  function close() {
    const column = chosen?.column;
    shut();
    if (column !== undefined) document.getElementById(buttonId(column))?.focus();
  }

  function follow() {
    const now = chosen && all[chosen.column];
    if (chosen && now) chosen.fields.update(now, meanings);
  }

  const headOf = (column: ColumnView): Child => {
    const name = columnName(column.heading, column.column);
    const unused = column.meaning === "ignore";
    return h("th", { scope: "col", class: unused ? "unused" : null },
      h("button", { type: "button", class: "cell", id: buttonId(column.column), "aria-pressed": "false", onclick: () => open(column) },
        h("span", { class: "reading" }, name), h("span", { class: "sr" }, ": "), h("span", { class: "pasted" }, t(unused ? "preview.sort.unused" : `meaning.${column.meaning}`)),
        h("span", { class: "sr" }, `. ${t("preview.change")}`)));
  };

  return {
    el,
    update(shown: TableView, known: string[], only: boolean) {
      all = shown.columns;
      meanings = known;
      // Another table has come in its place.
      if (chosen && all[chosen.column]?.heading !== chosen.heading) shut();
      if (!show(el, shown.preview.length > 0)) return;
      fold.suggest(only && !narrow.matches);
      follow();
      const stops = new Set(shown.notes.filter((note) => note.weight === "stop").map((note) => note.id));
      const rows = shown.preview.map((row) => shownRow(row, all, stops));
      const now = JSON.stringify([rows, shown.columns.map(({ heading, meaning }) => [heading, meaning])]);
      if (now === drawn) return;
      drawn = now;
      const focused = region.contains(document.activeElement) ? document.activeElement?.id : undefined;
      put(head, h("th", { scope: "col" }, t("preview.row")), ...all.slice(0, SHOWN).map(headOf));
      put(body, ...rows.map(rowOf));
      put(key, ...keyOf(rows));
      setText(more, all.length > SHOWN ? t("preview.columns", { count: SHOWN, all: plain(all.length) }) : "");
      mark();
      if (focused) document.getElementById(focused)?.focus();
    },
  };
}
