// The months in numbers: the same as in the chart, and the sums.
import type { App, Part } from "../app";
import { h, put, show } from "../dom";
import { fixed, monthShort, NONE, plain } from "../format";
import type { PeriodView, View } from "../types";
import { t } from "../words";
import { markIfChanged, scroller } from "./pieces";

type Column = { id: string; text(period: PeriodView): string; value(period: PeriodView): number | null | undefined };
const money = (id: keyof PeriodView & string): Column => {
  const value = (period: PeriodView) => period[id] as number | null | undefined;
  return { id, value, text: (period) => plain(value(period)) };
};
const inDays = (id: keyof PeriodView & string): Column => {
  const value = (period: PeriodView) => period[id] as number | null | undefined;
  return { id, value, text: (period) => fixed(value(period), 1) };
};
const COLUMNS = [
  inDays("short_net_days"), inDays("long_net_days"), inDays("net_days"),
  money("sick_pay_booked"), money("sick_pay_calculated"), money("labour_cost"),
  money("estimated_short"), money("estimated_long"), money("estimated_total"),
];

export function monthsTable(app: App): Part {
  const head = h("thead");
  const body = h("tbody");
  const foot = h("tfoot");
  const table = h("table", { class: "figures" }, h("caption", null, t("months.caption")), head, body, foot);
  const el = scroller(t("months.caption"), table);

  return {
    el,
    update(view: View | null) {
      if (!view) return;
      // A column without a single figure says nothing.
      const known = COLUMNS.filter(({ value }) => [view.total, ...view.months].some((period) => (value(period) ?? 0) !== 0));
      put(head, h("tr", null, h("th", { scope: "col" }, t("months.month")),
        ...known.map(({ id }) => h("th", { scope: "col", class: "number" }, t(`column.${id}`), " ", markIfChanged(app, id)))));
      put(body, ...view.months.map((month) => h("tr", null,
        h("th", { scope: "row" }, monthShort(month.month)),
        ...(month.has_data
          ? known.map(({ text }) => h("td", { class: "number" }, text(month)))
          : [h("td", { colspan: known.length, class: "gap" }, t("months.no_data"))]))));
      put(foot, ...(["year_to_date", "last_twelve_months", "total"] as const).map((span) => {
        const period = view[span];
        const row = h("tr", null, h("th", { scope: "row" }, t(`span.${span}`)),
          ...known.map(({ text }) => h("td", { class: "number" }, period.months_with_data > 0 ? text(period) : NONE)));
        show(row, period.months > 0);
        return row;
      }));
    },
  };
}
