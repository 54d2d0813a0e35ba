// Rows that were not used: how many, why, and which. First those that can be mended, which can be taken out as a file.
import type { App } from "../app";
import { Keyed, h, newId, put, setText, show, type Child } from "../dom";
import type { SetAsideGroup, TableView } from "../types";
import { has, t } from "../words";
import { Disclosure, scroller } from "./pieces";
import { idIn } from "./said";

/** Why a row waits: it can be mended, it waits for an answer, or it is left out on purpose. */
export type Sort = "mend" | "answer" | "purpose";
const SORTS: Sort[] = ["mend", "answer", "purpose"];
/** The question that rows of a reason wait for, where it is not called as they are. */
const ASKED: Record<string, string | undefined> = { same_month: "same_months" };

export function sortOf({ reason, on_purpose }: SetAsideGroup, { notes }: TableView): Sort {
  const asked = notes.some(({ id, weight }) => weight === "question" && id === (ASKED[reason] ?? reason));
  return asked ? "answer" : on_purpose ? "purpose" : "mend";
}

/** What was set aside: nothing where all of it is for what stopped the reading, which is said once, above. */
export function groupsOf({ notes, set_aside_groups }: TableView) {
  const stops = new Set(notes.filter((note) => note.weight === "stop").map((note) => note.id));
  return set_aside_groups.some((group) => stops.has(group.reason)) ? [] : set_aside_groups;
}

/** A question asks about one cause; the rows are of all unknown ones. */
function reasonText({ reason, count }: SetAsideGroup) {
  const key = `note.${reason}`;
  return t(has(`${key}.rows`) ? `${key}.rows` : key, { count });
}

/** What stood there: nothing, where that is the reason; words that may name someone are not repeated. */
const foundText = (reason: string, found: string | null | undefined, expected: string | null | undefined) =>
  found ?? (expected && reason !== "missing" && reason !== "ragged" ? t("columns.text") : "");

function groupList(app: App, table: number) {
  const el = h("ul", { class: "groups" });
  const list = new Keyed<SetAsideGroup>(el, (first) => {
    const caption = h("caption", { class: "sr" });
    const text = h("span", { id: newId("aside") });
    const rows = h("tbody");
    const rest = h("p", { class: "quiet" });
    const heads = ["aside.row", "aside.column", "aside.found", "aside.expected"];
    const region = scroller("", h("table", { class: "rows" }, caption,
      h("thead", null, h("tr", null, ...heads.map((head) => h("th", { scope: "col" }, t(head))))), rows));
    const fold = new Disclosure(app, idIn(table, `aside-${first.reason}`), { closed: t("aside.show"), open: t("aside.hide") }, region, rest);
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
          h("td", { class: "number" }, String(row.row)),
          h("td", null, row.column ?? ""),
          h("td", null, foundText(group.reason, row.found, row.expected)),
          h("td", null, row.expected ? t(`expected.${row.expected}`) : ""))));
        setText(rest, group.count > group.rows.length ? t("aside.first", { count: group.rows.length }) : "");
      },
    };
  });
  return { el, update: (groups: SetAsideGroup[]) => list.update(groups, (group) => group.reason) };
}

export function setAside(app: App, table: number) {
  const title = h("h3");
  const download = h("button", { type: "button", id: idIn(table, "download-set-aside"), onclick: () => app.downloadSetAside(table) }, t("aside.download"));
  const mending: Child[] = [h("p", { class: "quiet" }, t("aside.mend.how")), h("p", null, download)];
  const lists = SORTS.map((sort) => {
    const list = groupList(app, table);
    const el = h("div", { class: `aside-${sort}` }, h("p", { class: "aside-title" }, t(`aside.${sort}`)), list.el, ...(sort === "mend" ? mending : []));
    return { sort, el, list };
  });
  const el = h("div", { class: "set-aside screen-only" }, title, ...lists.map((one) => one.el));
  return {
    el,
    update(shown: TableView) {
      const groups = groupsOf(shown);
      if (!show(el, groups.length > 0)) return;
      setText(title, t("aside.title", { count: shown.set_aside }));
      for (const { sort, el: part, list } of lists) {
        const own = groups.filter((group) => sortOf(group, shown) === sort);
        list.update(own);
        show(part, own.length > 0);
      }
    },
  };
}
