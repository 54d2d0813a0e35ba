// Unit by unit over the months at the top; sorted as the user likes.
import type { App, Part } from "../app";
import { h, put, setText, show } from "../dom";
import { fixed, percentFixed, plain } from "../format";
import type { UnitView, View } from "../types";
import { kept, t } from "../words";
import { openLevel, unitName } from "./opening";
import { figureButton, markIfChanged, scroller } from "./pieces";

type Column = { id: string; text(unit: UnitView): string; value(unit: UnitView): number | null | undefined };
const COLUMNS: Column[] = [
  { id: "estimated_total", value: (unit) => unit.estimated_total, text: (unit) => plain(unit.estimated_total) },
  { id: "sick_pay", value: (unit) => unit.sick_pay, text: (unit) => plain(unit.sick_pay) },
  { id: "net_days", value: (unit) => unit.net_days, text: (unit) => fixed(unit.net_days, 1) },
  { id: "net_days_per_employee", value: (unit) => unit.net_days_per_employee, text: (unit) => fixed(unit.net_days_per_employee, 1) },
  { id: "absence_percent", value: (unit) => unit.absence_percent, text: (unit) => percentFixed(unit.absence_percent, 1) },
];
const MANY = 25;
/** As the core names it: after its department and a tab, where there are departments. */
const keyOf = ({ department, unit }: UnitView) => (department == null ? unit : `${department}\t${unit}`);
const collators = kept((locale, options: Intl.CollatorOptions) => new Intl.Collator(locale, options));
const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

export function units(app: App): Part {
  const head = h("tr");
  const body = h("tbody");
  const caption = h("caption");
  const table = h("table", { class: "figures units" }, caption, h("thead", null, head), body);
  const all = h("button", { type: "button", id: "all-units", onclick: () => { app.state.open.set("units", true); app.refresh(); } });
  const el = h("div", null, h("h3", null, t("units.title")), scroller(t("units.title"), table), all);
  const buttons = new Map<string, { th: HTMLElement; button: HTMLButtonElement }>();
  let drawn = "";

  function heading(id: string) {
    const button = h("button", {
      type: "button", class: "sort", id: `sort-${id}`,
      onclick: () => {
        const now = th.getAttribute("aria-sort");
        app.state.sort = { by: id, descending: now ? now === "ascending" : id !== "unit" };
        app.refresh();
      },
    }, t(`column.${id}`));
    const th = h("th", { scope: "col", class: id === "unit" ? null : "number" }, button);
    buttons.set(id, { th, button });
    return th;
  }

  return {
    el,
    update(view: View | null) {
      const list = view?.units_in_span ?? [];
      if (!show(el, list.length > 1) || !view) return;
      const known = COLUMNS.filter(({ value }) => list.some((unit) => value(unit) != null));
      const ids = ["unit", ...known.map(({ id }) => id)];
      if (drawn !== ids.join()) {
        drawn = ids.join();
        buttons.clear();
        put(head, ...ids.map(heading));
      }
      // By name, until what it is sorted by is known.
      const { by, descending } = ids.includes(app.state.sort.by) ? app.state.sort : { by: "unit", descending: false };
      for (const [id, { th }] of buttons) {
        if (id === by) th.setAttribute("aria-sort", descending ? "descending" : "ascending");
        else th.removeAttribute("aria-sort");
      }
      const column = known.find(({ id }) => id === by);
      const collator = collators({ numeric: true });
      const order = (a: UnitView, b: UnitView) =>
        (column && compare(column.value(a) ?? -Infinity, column.value(b) ?? -Infinity)) || collator.compare(a.unit, b.unit);
      const sorted = [...list].sort((a, b) => (descending ? order(b, a) : order(a, b)));
      const shown = app.state.open.get("units") ? sorted : sorted.slice(0, MANY);
      // Within a department its name is said above.
      const departments = view.organisation.department == null;
      setText(caption, t("units.caption", { span: t(`span.${view.span}`) }));
      put(body, ...shown.map((unit) => h("tr", null,
        h("th", { scope: "row" }, h("span", null, unitName(unit.unit)),
          unit.unit !== "" && h("button", {
            type: "button", class: "link screen-only", "aria-label": t("units.open.of", { unit: unit.unit }),
            onclick: () => openLevel(app, { department: unit.department ?? null, unit: unit.unit }),
          }, t("units.open")),
          departments && h("span", { class: "quiet" }, unit.department)),
        ...known.map(({ id, text, value }) => h("td", { class: "number" },
          ...((id === "sick_pay" || id === "estimated_total") && value(unit) != null
            ? [figureButton(app, { scope: "unit_in_span", key: keyOf(unit), figure: id }, text(unit))]
            : [text(unit), value(unit) != null && markIfChanged(app, id)]))))));
      setText(all, t("units.all", { count: list.length }));
      show(all, shown.length < list.length);
    },
  };
}
