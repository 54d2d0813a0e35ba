// Month by month: what is booked, what is calculated and what is estimated, told apart without colour alone.
import { svg } from "../dom";
import { days, month, monthLetter, monthRange, plain, sek, yearOf } from "../format";
import type { MonthView, View } from "../types";
import { t } from "../words";
import { axisUnit, Frame, grid, type Drawing } from "./frame";
import { bands, linear } from "./scale";
import { fillOf, keyLine, keyMark, patterns, type Surface } from "./patterns";

interface Layer {
  id: string;
  surface: Surface;
  value(month: MonthView): number;
}

const positive = (value: number | null | undefined) => Math.max(0, value ?? 0);
const COST: Layer[] = [
  { id: "sick_pay_booked", surface: "solid", value: (m) => positive(m.sick_pay_booked) },
  { id: "sick_pay_calculated", surface: "hatch", value: (m) => positive(m.sick_pay_calculated) },
  { id: "labour_cost", surface: "thin", value: (m) => positive(m.labour_cost) },
];
// Until pay is known there are days to show.
const DAYS: Layer[] = [
  { id: "short_net_days", surface: "solid", value: (m) => positive(m.short_net_days) },
  { id: "long_net_days", surface: "hatch", value: (m) => positive(m.long_net_days) },
];
const ALL_DAYS: Layer[] = [{ id: "net_days", surface: "solid", value: (m) => positive(m.net_days) }];
const TOP = 26;

function draw(view: View, width: number, plot: number): Drawing | null {
  const { months } = view;
  if (months.length === 0) return null;
  const inKronor = months.some((m) => m.sick_pay != null || m.labour_cost != null);
  const split = months.every((m) => m.short_net_days != null);
  const layers = (inKronor ? COST : split ? DAYS : ALL_DAYS).filter(({ value }) => months.some((m) => value(m) > 0));
  // Försäkringskassan's model is the two layers themselves: its mark would only repeat them. Another method's total may be
  // lower than the layers, so it is a line of its own and no frame around them.
  const marked = inKronor && view.method.id !== "fk" && months.some((m) => m.estimated_total != null);
  const stacked = (m: MonthView) => layers.reduce((sum, { value }) => sum + value(m), 0);
  const max = Math.max(1, ...months.map((m) => Math.max(stacked(m), marked ? positive(m.estimated_total) : 0)));

  const y = linear(0, max, TOP + plot, TOP);
  const { label, tick } = inKronor ? axisUnit(y.end) : { label: t("axis.net_days"), tick: (value: number) => plain(value, 1) };
  const left = 52;
  const { step, width: band, at } = bands(months.length, left, width);
  const own = patterns();

  const columns = months.map((m, index) => {
    const x = at(index);
    if (!m.has_data) {
      const middle = x + band / 2;
      return svg("g", { class: "gap" },
        svg("rect", { x, y: TOP, width: band, height: plot, class: "gap-ground" }),
        svg("text", { x: middle, y: TOP + plot - 8, transform: `rotate(-90 ${middle} ${TOP + plot - 8})`, dy: "0.32em" }, t("months.no_data")));
    }
    let below = 0;
    const bars = layers.map(({ surface, value }) => {
      const from = below;
      below += value(m);
      return svg("rect", { class: `bar bar-${surface}`, x, width: band, y: y(below), height: Math.max(0, y(from) - y(below)), fill: fillOf(surface, own) });
    });
    const top = y(positive(m.estimated_total));
    const reach = { x1: x - band * 0.15, x2: x + band * 1.15, y1: top, y2: top };
    const total = marked && m.estimated_total != null
      && svg("g", null, svg("line", { ...reach, class: "total-ground" }), svg("line", { ...reach, class: "total-mark" }));
    const value = inKronor ? sek(m.estimated_total ?? m.sick_pay) : t("unit.net_days", { value: days(m.net_days), count: m.net_days });
    return svg("g", null, svg("title", null, `${month(m.month)}: ${value}`), ...bars, total);
  });

  const letters = step >= 11;
  const axis = months.flatMap((m, index) => {
    const first = index === 0 || m.month.endsWith("-01");
    const middle = at(index) + band / 2;
    return [
      letters && svg("text", { x: middle, y: TOP + plot + 18, "text-anchor": "middle", class: "tick" }, monthLetter(m.month)),
      first && (index === 0 || step * index > 40) && svg("text", { x: at(index), y: TOP + plot + 36, class: "year" }, yearOf(m.month)),
      first && index > 0 && svg("line", { x1: at(index) - step * 0.14, x2: at(index) - step * 0.14, y1: TOP + plot, y2: TOP + plot + 40, class: "year-line" }),
    ];
  });

  // The months that the sentence speaks of.
  const span = view[view.span];
  const spanned = months.flatMap((m, index) => (m.month >= (span.first_month ?? "") && m.month <= (span.last_month ?? "") ? [index] : []));
  const [from, to] = [at(spanned[0] ?? 0), at(spanned.at(-1) ?? 0)];
  const bracket = view.span !== "total" && spanned.length > 0 && svg("g", { class: "bracket" },
    svg("line", { x1: from, x2: to + band, y1: TOP + plot + 46, y2: TOP + plot + 46 }),
    svg("text", { x: to + band, y: TOP + plot + 62, "text-anchor": "end" }, t(`span.${view.span}`).toLowerCase()));

  const key: Drawing["key"] = layers.map(({ id, surface }) => ({ mark: keyMark(surface), text: t(`key.${id}`) }));
  if (marked) key.push({ mark: keyLine("total-mark"), text: t("key.estimated_total", { method: t(`method.${view.method.id}.inline`) }) });

  return {
    title: t(inKronor ? "months.chart" : "months.chart.days"),
    description: t("months.chart.text", { range: monthRange(months[0]?.month, months.at(-1)?.month) }),
    height: TOP + plot + 68,
    parts: [own.defs, svg("text", { x: 0, y: 10, class: "axis-label" }, label), ...grid(y.ticks, y, tick, left, width), ...columns, ...axis, bracket],
    key,
  };
}

export function monthsChart() {
  const frame = new Frame("months");
  return { el: frame.el, update: (view: View) => frame.update((width, plot) => draw(view, width, plot)) };
}
