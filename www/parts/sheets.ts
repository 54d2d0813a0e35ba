// Which sheet of a workbook to read: names, sizes, and how each begins.
import type { App, OpenBook, Part } from "../app";
import { h, put, setText, show } from "../dom";
import { sheetOf } from "../source";
import type { Sheet } from "../sheets";
import { t } from "../words";

/** So much of a sheet is shown. */
const [ROWS, COLUMNS] = [3, 5];

/** How a sheet begins, as the core lets it be seen: no names, no identity numbers. */
function begins(app: App, sheet: Sheet) {
  const text = sheet.preview.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
  const read = app.core()?.peek(new TextEncoder().encode(text), { typed: true });
  if (!read || read.columns.every(({ meaning }) => meaning === "ignore")) return h("p", { class: "quiet" }, t("sheet.unknown"));
  const columns = read.columns.slice(0, COLUMNS);
  const more = read.columns.length > COLUMNS && h("td", null, "…");
  return h("table", { class: "sheet-begins" },
    h("caption", { class: "sr" }, t("sheet.preview", { name: sheet.name })),
    h("thead", null, h("tr", null, ...columns.map(({ heading }) => h("th", { scope: "col" }, heading)), more)),
    h("tbody", null, ...read.preview.slice(0, ROWS).map(({ cells }) =>
      h("tr", null, ...columns.map(({ personal }, at) => h("td", null, personal ? t("columns.hidden") : (cells[at]?.text ?? ""))), more && more.cloneNode(true)))));
}

export function sheets(app: App): Part {
  const title = h("h3", { id: "sheets-title" });
  const group = h("div", { role: "radiogroup", "aria-labelledby": "sheets-title", class: "sheet-list" });
  const read = h("button", { type: "submit", class: "primary", id: "sheet-read" }, t("sheet.read"));
  const el = h("form", {
    class: "card ask", id: "sheets", "aria-labelledby": "sheets-title",
    onsubmit: (event: Event) => {
      event.preventDefault();
      done(true);
    },
    onkeydown: (event: KeyboardEvent) => {
      if (event.key === "Escape") done(false);
    },
  }, title, group, h("div", { class: "answers" }, read, h("button", { type: "button", id: "sheet-cancel", onclick: () => done(false) }, t("progress.cancel"))));
  let shown: OpenBook | null = null;

  function done(take: boolean) {
    const at = app.state.books.findIndex(({ open }) => open);
    const open = app.state.books[at];
    const chosen = group.querySelector<HTMLInputElement>("input:checked");
    if (!open || (take && !chosen)) return;
    open.open = false;
    shown = null;
    const index = Number(chosen?.value);
    const given = take ? sheetOf(app, at, index) : null;
    if (!given) {
      if (open.taken.size === 0) app.state.books.splice(at, 1);
      return app.notify(app.state.tables.length > 0 ? "progress.cancelled" : "progress.cancelled.empty");
    }
    open.taken.add(index);
    app.refresh();
    void app.offer([given]);
  }

  function option({ sheets, taken }: OpenBook, index: number, likeliest: number) {
    const sheet = sheets[index];
    if (!sheet) return false;
    const size = t("sheet.size", { rows: t("sheet.rows", { count: sheet.rows }), columns: t("sheet.columns", { count: sheet.columns }) });
    return h("div", { class: "sheet" },
      h("label", null,
        h("input", { type: "radio", name: "sheet", value: index, id: `sheet-${index}`, checked: index === likeliest }),
        h("span", { class: "table-name" }, sheet.name), " ",
        h("span", { class: "quiet" }, [size, sheet.hidden && t("sheet.hidden"), taken.has(index) && t("sheet.taken")].filter(Boolean).join(" · "))),
      begins(app, sheet));
  }

  return {
    el,
    update() {
      const open = app.state.books.find((one) => one.open) ?? null;
      if (!show(el, open !== null) || !open || open === shown) return;
      shown = open;
      const filled = open.sheets.map((sheet, at) => ({ size: sheet.hidden ? 0 : sheet.rows * sheet.columns, at }));
      const fresh = filled.filter(({ at }) => !open.taken.has(at));
      const likeliest = (fresh.length > 0 ? fresh : filled).reduce((best, one) => (one.size > best.size ? one : best)).at;
      setText(title, t("sheet.title", { name: open.name, count: filled.length }));
      put(group, ...filled.map(({ at }) => option(open, at, likeliest)));
      document.getElementById(`sheet-${likeliest}`)?.focus({ preventScroll: true });
      el.scrollIntoView({ block: "center" });
    },
  };
}
