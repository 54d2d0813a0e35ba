// Cumulated cost and saving of the investment, from the start to the horizon.
import { svg } from "../dom";
import { plain, sekRound, whole } from "../format";
import type { View } from "../types";
import { t } from "../words";
import { axisUnit, beside, Frame, grid, type Drawing } from "./frame";
import { keyLine } from "./patterns";
import { linear } from "./scale";

type Investment = View["investment"]["cases"][number];
type Point = Investment["curve"][number];
const TOP = 26;

/** Months from the start along the bottom, as many as have room. */
export function monthsAlong(last: number, x: (month: number) => number, bottom: number, right: number) {
  const step = [1, 2, 3, 6, 12, 24].find((months) => (last / months) * 34 <= x(last) - x(0)) ?? 60;
  return [
    ...Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step).map((month) =>
      svg("text", { x: x(month), y: bottom + 18, "text-anchor": "middle", class: "tick" }, plain(month))),
    svg("text", { x: right, y: bottom + 38, "text-anchor": "end", class: "axis-label" }, t("curve.months")),
  ];
}

function draw(investment: Investment, width: number, plot: number): Drawing | null {
  const { curve } = investment;
  const last = curve.at(-1);
  if (!last || curve.length < 2 || investment.verdict === "no_cost") return null;
  // A break-even that lies beyond all short absence is none.
  if (!investment.curve_at_given_effect && (investment.needed_percent ?? 0) > 100) return null;
  const values = curve.flatMap(({ cost, saving }) => [cost, saving]);
  const left = 52;
  const right = width - 12;
  const x = (month: number) => left + (month / last.month) * (right - left);
  const y = linear(Math.min(0, ...values), Math.max(1, ...values), TOP + plot, TOP);
  const { label, tick } = axisUnit(y.end);
  const path = (value: (point: Point) => number) =>
    curve.map((point, index) => `${index ? "L" : "M"}${x(point.month).toFixed(2)} ${y(value(point)).toFixed(2)}`).join("");

  const payback = investment.curve_at_given_effect ? investment.payback_months : null;
  const met = payback != null && payback <= last.month ? curve.find(({ month }) => month >= payback) : undefined;
  const marker = met && payback != null && svg("g", { class: "payback" },
    svg("line", { x1: x(payback), x2: x(payback), y1: TOP, y2: TOP + plot }),
    svg("text", {
      x: beside(label, x(payback)), y: TOP - 8, "text-anchor": x(payback) > (left + right) / 2 ? "end" : "start",
    }, payback === 0 ? t("curve.payback.at_once") : t("curve.payback", { months: whole(payback), count: Math.ceil(payback) })));

  return {
    title: t(investment.curve_at_given_effect ? "curve.title" : "curve.title.break_even"),
    description: t("curve.text", { months: plain(last.month), cost: sekRound(last.cost), saving: sekRound(last.saving) }),
    height: TOP + plot + 44,
    parts: [
      svg("text", { x: 0, y: 10, class: "axis-label" }, label),
      ...grid(y.ticks, y, tick, left, right),
      ...monthsAlong(last.month, x, TOP + plot, right),
      marker,
      svg("path", { d: path(({ cost }) => cost), class: "line line-cost" }),
      svg("path", { d: path(({ saving }) => saving), class: "line line-saving" }),
    ],
    key: [
      { mark: keyLine("line-cost"), text: t("curve.cost") },
      { mark: keyLine("line-saving"), text: t(investment.curve_at_given_effect ? "curve.saving" : "curve.saving.break_even") },
    ],
  };
}

export function curveChart() {
  const frame = new Frame("curve");
  return { el: frame.el, update: (investment: Investment) => frame.update((width, plot) => draw(investment, width, plot)) };
}
