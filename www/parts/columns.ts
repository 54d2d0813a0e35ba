// How each column was understood and why, and the means to change it. Columns that are alike stand on one line that opens.
import type { App } from "../app";
import { Keyed, h, newId, put, setText, show } from "../dom";
import { date, month, monthShort, percent, plain } from "../format";
import type { ColumnView, TableView } from "../types";
import { t } from "../words";
import { chooser } from "./chooser";
import { Disclosure } from "./pieces";
import { columnName, idIn, unbroken } from "./said";

/** So many neighbours that are alike are folded into one line. */
const FOLD_MONTHS = 3;
const FOLD_UNUSED = 4;
/** So many of their names are told on that line. */
const NAMED = 3;

/** Columns that stand on one line: one, or several that are alike. */
type Line = ColumnView[];

/** What may be seen of a column: nothing of one that tells people apart, and no words of one that we do not know. */
function samplesOf({ meaning, personal, samples }: ColumnView) {
  if (personal || meaning === "employee") return "columns.hidden";
  const shown = meaning === "ignore" ? samples.filter((text) => /\d/.test(text) && !/\p{L}{2}/u.test(text)) : samples;
  return shown.length > 0 ? shown : meaning === "ignore" ? "columns.text" : "columns.no_samples";
}

/** A value as its meaning is counted: years are no quantity. */
function value(meaning: string, number: number) {
  if (/rate$|share$|^(extent|employment)$/.test(meaning)) return percent(number, 2);
  return meaning === "year" || meaning === "age" ? String(number) : plain(number, 2);
}

/** From the lowest to the highest, or from the first to the last. */
function rangeOf({ meaning, personal, lowest, highest, first, last }: ColumnView) {
  if (personal || meaning === "ignore") return "";
  const day = (iso: string) => (iso.length === 7 ? month(iso) : date(iso));
  const [from, to] = first && last ? [day(first), day(last)] : lowest != null && highest != null ? [value(meaning, lowest), value(meaning, highest)] : [];
  if (!from || !to) return "";
  return from === to ? t("columns.one_value", { value: from }) : t("columns.range", { from, to });
}

/** What is longer than a month, by its sign. */
const PARTS: Record<string, string | undefined> = { K: "quarter", T: "tertial" };

/** The month, quarter or tertial that it stands for. */
export function overText(over: string) {
  const [year = "", part = ""] = over.split("-");
  const kind = PARTS[part.charAt(0)];
  return kind ? t(`over.${kind}`, { number: part.slice(1), year }) : month(over);
}

const overShort = (over: string) => (/[KT]/.test(over) ? overText(over) : monthShort(over));

/** Why it means that, how it is read, and what did not fit. */
function stateOf(line: Line) {
  const [column] = line as [ColumnView];
  const misfits = line.reduce((sum, one) => sum + one.misfits, 0);
  const form = column.meaning !== "ignore" && (column.date ?? column.number);
  return [
    line.length === 1 && column.over && t("over.stands_for", { over: overText(column.over) }),
    t(`why.${column.why}`),
    form && t(`columns.form.${form}`),
    misfits > 0 && t("columns.misfits", { count: misfits }),
  ].filter(Boolean).join(" · ");
}

/** Months, quarters and tertials across of one meaning, and neighbours that mean nothing to us, unless that is all of them. */
function linesOf(columns: ColumnView[]): Line[] {
  const lines: Line[] = [];
  const searched = columns.every(({ meaning }) => meaning === "ignore");
  const kindOf = ({ over, meaning, why }: ColumnView) => (over ? "over" : meaning === "ignore" && why === "unknown" ? "unused" : "");
  for (let at = 0; at < columns.length;) {
    const kind = kindOf(columns[at] as ColumnView);
    let end = at + 1;
    while (kind && columns[end] && kindOf(columns[end] as ColumnView) === kind) end++;
    const run = columns.slice(at, end);
    const alike = [...new Set(run.map(({ meaning }) => meaning))].map((meaning) => run.filter((one) => one.meaning === meaning));
    const folds = (some: Line) => (kind === "over" ? some.length >= FOLD_MONTHS : kind === "unused" && some.length >= FOLD_UNUSED && !searched);
    for (const some of alike) {
      if (folds(some)) lines.push(some);
      else lines.push(...some.map((one) => [one]));
    }
    at = end;
  }
  return lines;
}

const keyOf = (line: Line) => `${line[0]?.column} ${line.length > 1 ? `and ${line.length}` : line[0]?.heading}`;

/** The rows of some columns, and in between the lines that open. Each is a `tbody`, as a line that opens has two rows. */
class Lines {
  private meanings: string[] = [];
  private list: Keyed<Line>;

  constructor(private app: App, private table: number, parent: HTMLTableElement) {
    this.list = new Keyed(parent, (line) => (line.length > 1 ? this.folded(line) : this.single(line)));
  }

  update(lines: Line[], meanings: string[]) {
    this.meanings = meanings;
    this.list.update(lines, keyOf);
  }

  private single([first]: Line) {
    const { column, heading } = first as ColumnView;
    const name = columnName(heading, column);
    const samples = h("span");
    const range = h("span", { class: "range" });
    const fields = chooser(this.app, this.table, "", name, () => [column]);
    const state = h("p", { class: "quiet", id: newId("column-state") });
    fields.meaning.setAttribute("aria-describedby", state.id);
    const row = h("tr", null, h("th", { scope: "row" }, name), h("td", { class: "samples" }, samples, range), h("td", null, fields.el, state));
    return {
      el: h("tbody", null, row),
      update: (line: Line) => {
        const [now] = line as [ColumnView];
        const seen = samplesOf(now);
        put(samples, typeof seen === "string" ? h("span", { class: "quiet" }, t(seen)) : unbroken(seen.join(" · ")));
        setText(range, rangeOf(now));
        show(range, range.textContent !== "");
        fields.update(now, this.meanings);
        row.classList.toggle("unused", now.meaning === "ignore");
        setText(state, stateOf(line));
      },
    };
  }

  private folded(line: Line) {
    let now = line;
    const over = line[0]?.over != null;
    const name = h("span");
    const samples = h("td", { class: "samples" });
    const state = h("p", { class: "quiet" });
    const title = this.title(line);
    const fields = over ? chooser(this.app, this.table, "all-", title, () => now.map(({ column }) => column)) : null;
    const inner = h("table", { class: "columns" }, h("caption", { class: "sr" }, title), head());
    const rows = new Lines(this.app, this.table, inner);
    const fold = new Disclosure(this.app, idIn(this.table, `columns-${line[0]?.column}`), { closed: t("columns.each.show"), open: t("columns.each.hide") }, inner);
    // A thousand columns are not drawn before somebody wants to see them.
    const drawn = () => fold.isOpen && rows.update(now.map((one) => [one]), this.meanings);
    fold.button.addEventListener("click", drawn);
    const what = h("td", null, fields?.el ?? h("p", null, t("meaning.ignore")), state);
    return {
      el: h("tbody", { class: "fold" },
        h("tr", { class: over ? null : "unused" }, h("th", { scope: "row" }, name), samples, what),
        h("tr", { class: "fold-rows" }, h("td", { colspan: 3 }, fold.el))),
      update: (some: Line) => {
        now = some;
        setText(name, this.title(some));
        setText(samples, over ? rangeOfAll(some) : namesOf(some));
        const [first] = some;
        if (first) fields?.update(first, this.meanings);
        setText(state, stateOf(some));
        drawn();
      },
    };
  }

  private title(line: Line) {
    const [first, last] = [line[0]?.over, line.at(-1)?.over];
    if (!first || !last) return t("columns.unused", { count: line.length });
    return t(`over.${PARTS[first.charAt(5)] ?? "month"}s`, { count: line.length, from: overShort(first), to: overShort(last) });
  }
}

/** The lowest and the highest of columns of one meaning. */
function rangeOfAll(line: Line) {
  const [first] = line as [ColumnView];
  const numbers = line.flatMap(({ lowest, highest }) => [lowest, highest]).filter((one) => one != null);
  return numbers.length === 0 ? "" : rangeOf({ ...first, first: null, last: null, lowest: Math.min(...numbers), highest: Math.max(...numbers) });
}

function namesOf(line: Line) {
  const names = line.slice(0, NAMED).map(({ heading, column }) => columnName(heading, column)).join(", ");
  return line.length > NAMED ? t("columns.more", { names, count: line.length - NAMED }) : names;
}

const head = () =>
  h("thead", null, h("tr", null,
    h("th", { scope: "col" }, t("columns.heading")),
    h("th", { scope: "col" }, t("columns.samples")),
    h("th", { scope: "col" }, t("columns.meaning"))));

export function columns(app: App, table: number) {
  const list = h("table", { class: "columns" }, h("caption", { class: "sr" }, t("columns.title")), head());
  const lines = new Lines(app, table, list);
  const fold = new Disclosure(app, idIn(table, "columns"), { title: t("columns.title"), closed: t("columns.show"), open: t("columns.hide") },
    h("p", { class: "quiet" }, t("columns.help")), list);
  const el = h("div", { class: "screen-only" }, fold.el);
  const narrow = matchMedia("(max-width: 40rem)");

  return {
    el,
    update({ columns, notes }: TableView, meanings: string[], only: boolean) {
      if (!show(el, columns.length > 0)) return;
      // On a small screen and with several tables the list waits, unless something in it is uncertain.
      const uncertain = columns.some((column) => column.ambiguous)
        || notes.some((note) => note.weight === "stop" || (note.weight === "question" && note.column != null));
      fold.suggest((only && !narrow.matches) || uncertain);
      const focused = document.activeElement?.id;
      lines.update(linesOf(columns), meanings);
      // A field that moves in or out of a fold is made anew.
      if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
    },
  };
}
