// Rows that were not used: how many, why, and which.
import type { App, Part } from "../app";
import { Keyed, h, newId, put, setText, show } from "../dom";
import { plain } from "../format";
import type { SetAsideGroup, View } from "../types";
import { has, t } from "../words";
import { Disclosure, scroller } from "./pieces";

/** A question asks about one cause; the rows are of all unknown ones. */
function reasonText({ reason, count }: SetAsideGroup) {
  const key = `note.${reason}`;
  return t(has(`${key}.rows`) ? `${key}.rows` : key, { count });
}

/** What stood there: nothing, where that is the reason; words that may name someone are not repeated. */
const foundText = (reason: string, found: string | null | undefined, expected: string | null | undefined) =>
  found ?? (expected && reason !== "missing" && reason !== "ragged" ? t("columns.text") : "");

export function setAside(app: App): Part {
  const title = h("h3");
  const items = h("ul", { class: "groups" });
  const el = h("div", { class: "set-aside screen-only" }, title, items);
  const list = new Keyed<SetAsideGroup>(items, (first) => {
    const caption = h("caption", { class: "sr" });
    const text = h("span", { id: newId("aside") });
    const rows = h("tbody");
    const rest = h("p", { class: "quiet" });
    const heads = ["set_aside.row", "set_aside.column", "set_aside.found", "set_aside.expected"];
    const region = scroller("", h("table", { class: "rows" }, caption,
      h("thead", null, h("tr", null, ...heads.map((head) => h("th", { scope: "col" }, t(head))))), rows));
    const fold = new Disclosure(app, `aside-${first.reason}`, { closed: t("set_aside.show"), open: t("set_aside.hide") },
      region, rest);
    fold.body.classList.add("screen-only");
    fold.button.setAttribute("aria-describedby", text.id);
    return {
      el: h("li", null, text, " ", fold.button, fold.body),
      update(group) {
        const what = reasonText(group);
        setText(text, what);
        setText(caption, what);
        region.setAttribute("aria-label", what);
        put(rows, ...group.rows.map((row) => h("tr", null,
          h("td", { class: "number" }, plain(row.row)),
          h("td", null, row.column ?? ""),
          h("td", null, foundText(group.reason, row.found, row.expected)),
          h("td", null, row.expected ? t(`expected.${row.expected}`) : ""))));
        setText(rest, group.count > group.rows.length ? t("set_aside.first", { count: group.rows.length }) : "");
      },
    };
  });
  return {
    el,
    update(view: View | null) {
      const reading = view?.tables[0];
      // What stopped the reading is said once, above.
      const stops = new Set(reading?.notes.filter((note) => note.weight === "stop").map((note) => note.id));
      const groups = reading?.set_aside_groups.filter((group) => !stops.has(group.reason)) ?? [];
      if (!show(el, groups.length > 0) || !reading) return;
      setText(title, t("set_aside.title", { count: reading.set_aside }));
      list.update(groups, (group) => group.reason);
    },
  };
}
