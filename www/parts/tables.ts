// The tables that are there, and the question what to do with one more.
import type { App, Asked, Part, Table } from "../app";
import { h, put, setText, show } from "../dom";
import { plain } from "../format";
import type { TableView, View } from "../types";
import { t } from "../words";
import { given } from "./notes";

/** What a table is called. */
export function tableName(app: App, { kind, name }: Table, at: number) {
  if (kind === "case") return t(`case.${name}`);
  if (kind === "file" && name !== "") return name;
  return app.state.tables.length > 1 ? t("tables.paste", { number: at + 1 }) : t("tables.paste.only");
}

/** How it was read, if by a profile, and a way back. */
function profileLine(app: App, table: Table, at: number) {
  if (table.profile === null) return false;
  return h("p", { class: "quiet read-by" }, t("profile.read", { name: table.profile }), " ",
    h("button", { type: "button", class: "link", id: `profile-undo-${at}`, onclick: () => {
      void app.follow(at, null).then(() => {
        app.say(t("profile.undone"));
        document.getElementById("paste-title")?.focus();
      });
    } }, t("profile.undo")));
}

function item(app: App, table: Table, at: number, view: TableView | undefined) {
  const name = tableName(app, table, at);
  const layout = view && t(`layout.${view.layout}`);
  const used = view && t("tables.used", { count: view.pasted, used: plain(view.used) });
  const gives = view ? given(view.notes) : [];
  return h("li", null,
    h("div", null, h("p", { class: "table-name" }, name), h("p", { class: "quiet" }, [layout, used].filter(Boolean).join(" · ")),
      gives.length > 0 && h("p", { class: "quiet" }, gives.join(" ")), profileLine(app, table, at)),
    h("button", {
      type: "button", class: "link", id: `table-remove-${at}`, "aria-label": t("tables.remove.of", { name }),
      onclick: () => app.remove(at),
    }, t("tables.remove")));
}

export function tables(app: App): Part {
  const current = h("p", { class: "data-name" });
  const list = h("ul", { class: "table-list", id: "tables" });
  const only = h("div");
  const sheets = h("div", { class: "more-sheets" });
  const bar = h("div", { class: "data-bar" }, current,
    h("button", { type: "button", id: "remove-all", onclick: () => app.clear() }, t("paste.clear")));
  const el = h("div", { class: "tables" }, bar, only, list, sheets);
  return {
    el,
    update(view: View | null) {
      const { tables: there, books } = app.state;
      const first = there[0];
      if (!show(el, first !== undefined) || !first) return;
      setText(current, there.length > 1
        ? t("tables.title", { count: there.length })
        : t(`paste.source.${first.kind === "file" && first.name !== "" ? "named" : first.kind}`, { name: first.kind === "case" ? t(`case.${first.name}`) : first.name }));
      const line = there.length === 1 && profileLine(app, first, 0);
      put(only, line);
      put(list, ...(there.length > 1 ? there.map((table, at) => item(app, table, at, view?.tables[at])) : []));
      show(list, there.length > 1);
      put(sheets, ...books.map((open, at) => open.open || open.taken.size >= open.sheets.length ? false
        : h("button", { type: "button", class: "link", onclick: () => app.chooseSheet(at) }, t("sheet.more", { name: open.name }))));
    },
  };
}

/** The question in its place on the page; nothing else waits for the answer. */
export function ask(app: App): Part {
  const title = h("h3", { id: "ask-title" });
  const choices = h("div", { class: "ask-choices" });
  const el = h("div", {
    class: "card ask", id: "ask", role: "group", "aria-labelledby": "ask-title",
    onkeydown: (event: KeyboardEvent) => {
      if (event.key === "Escape") answer(null);
    },
  }, title, choices);
  let shown: Asked | null = null;

  function answer(how: "add" | "replace" | null) {
    const { asked } = app.state;
    if (!asked) return;
    app.state.asked = null;
    if (how) return app.take(asked.given, how);
    app.notify("tables.kept");
  }

  function choice(how: "add" | "replace", about: string) {
    return h("div", null,
      h("button", { type: "button", id: `ask-${how}`, class: first() === how ? "primary" : null, "aria-describedby": `ask-${how}-about`, onclick: () => answer(how) },
        t(`tables.${how}`)),
      h("p", { class: "quiet", id: `ask-${how}-about` }, about));
  }
  const first = () => (app.state.asked?.like === "same" ? "add" : "replace");

  return {
    el,
    update() {
      const { asked, tables: there } = app.state;
      if (!show(el, asked !== null) || !asked || asked === shown) return void (asked === null && (shown = null));
      shown = asked;
      const { like, given } = asked;
      setText(title, t(like === "example" ? "tables.ask.example" : "tables.ask", { count: given.length }));
      const add = like !== "example" && choice("add", t(`tables.add.${like}`));
      const replace = choice("replace", t("tables.replace.about", { count: there.length }));
      put(choices, ...(first() === "add" ? [add, replace] : [replace, add]),
        h("button", { type: "button", class: "link", id: "ask-keep", onclick: () => answer(null) }, t("tables.keep")));
      document.getElementById(`ask-${first()}`)?.focus({ preventScroll: true });
      el.scrollIntoView({ block: "center" });
    },
  };
}
