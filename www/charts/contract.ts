// What an outcome contract gives each party, by the days saved: straight lines between corners.
import { svg } from "../dom";
import { days, plain } from "../format";
import type { ContractView } from "../types";
import { t } from "../words";
import { axisUnit, beside, Frame, grid, type Drawing } from "./frame";
import { keyLine } from "./patterns";
import { linear } from "./scale";

type Point = ContractView["points"][number];
export const PARTIES = ["buyer", "provider", "whole"] as const;
const TOP = 26;

/** A party that breaks even, and where the outcome payment has reached its cap. */
const corner = (cx: number, cy: number, filled: boolean) => svg("circle", { cx, cy, r: 4.5, class: filled ? "corner" : "corner hollow" });

const keyCorner = (filled: boolean) =>
  svg("svg", { viewBox: "0 0 14 14", class: "mark", "aria-hidden": "true", focusable: "false" }, corner(7, 7, filled));

function draw({ points, cap_days: cap }: ContractView, width: number, plot: number): Drawing | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const [left, right] = [52, width - 12];
  const x = (value: number) => left + ((value - first.days) / (last.days - first.days)) * (right - left);
  const values = points.flatMap((point) => PARTIES.map((party) => point[party]));
  const y = linear(Math.min(0, ...values), Math.max(1, ...values), TOP + plot, TOP);
  const { label, tick } = axisUnit(Math.max(...values.map(Math.abs)));
  const line = (value: (point: Point) => number) =>
    points.map((point, at) => `${at ? "L" : "M"}${x(point.days).toFixed(2)} ${y(value(point)).toFixed(2)}`).join("");
  const marked = (mark: Point["marks"][number]) => points.find(({ marks }) => marks.includes(mark));

  const even = (["buyer_breaks_even", "provider_breaks_even", "whole_breaks_even"] as const).flatMap((mark) => marked(mark) ?? []);
  const capped = cap == null ? undefined : marked("cap");
  const expected = marked("expected");
  const side = expected && x(expected.days) > (left + right) / 2 ? "end" : "start";
  // Points that mark nothing are a round number of days apart, and there is a label for each of these that has room.
  const plainly = points.filter(({ marks }) => marks.every((mark) => mark === "nothing_saved")).map(({ days }) => days);
  const step = Math.min(...plainly.slice(1).map((days, at) => days - (plainly[at] ?? 0)));
  const round = points.filter(({ days }) => days % step === 0);
  const every = Math.ceil((round.length * 54) / (right - left));
  const zero = round.findIndex(({ days }) => days === 0);
  const ticks = round.filter((_, at) => (at - Math.max(zero, 0)) % every === 0);
  return {
    title: t("contract.chart"),
    description: t("contract.chart.text", { first: days(first.days), last: days(last.days) }),
    height: TOP + plot + 44,
    parts: [
      svg("text", { x: 0, y: 10, class: "axis-label" }, label),
      ...grid(y.ticks, y, tick, left, right),
      ...ticks.map((point) => svg("text", { x: x(point.days), y: TOP + plot + 18, "text-anchor": "middle", class: "tick" }, plain(point.days))),
      svg("text", { x: right, y: TOP + plot + 38, "text-anchor": "end", class: "axis-label" }, t("contract.days")),
      expected && svg("g", { class: "payback" },
        svg("line", { x1: x(expected.days), x2: x(expected.days), y1: TOP, y2: TOP + plot }),
        svg("text", { x: beside(label, x(expected.days)), y: TOP - 8, "text-anchor": side }, t("contract.chart.expected", { days: days(expected.days) }))),
      ...PARTIES.map((party) => svg("path", { d: line((point) => point[party]), class: `line line-${party}` })),
      ...even.map((point) => corner(x(point.days), y(0), true)),
      capped && corner(x(capped.days), y(capped.provider), false),
    ],
    key: [
      ...PARTIES.map((party) => ({ mark: keyLine(`line-${party}`), text: t(`contract.${party}`) })),
      ...(even.length > 0 ? [{ mark: keyCorner(true), text: t("contract.break_even") }] : []),
      ...(capped ? [{ mark: keyCorner(false), text: t("contract.cap") }] : []),
    ],
  };
}

export function contractChart() {
  const frame = new Frame("contract-chart");
  return { el: frame.el, update: (contract: ContractView) => frame.update((width, plot) => draw(contract, width, plot)) };
}
