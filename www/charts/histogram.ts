// How the draws fall out: results that carry the cost filled, the others hatched.
import { svg } from "../dom";
import { percent, sekRound } from "../format";
import type { SimulationView } from "../types";
import { t } from "../words";
import { axisUnit, Frame, type Drawing } from "./frame";
import { fillOf, keyMark, patterns } from "./patterns";
import { linear } from "./scale";

type Outcome = SimulationView["outcomes"][number];
const TOP = 8;

function draw({ classes, class_width: wide, carries, low, high }: Outcome, width: number, plot: number): Drawing | null {
  const last = classes.at(-1);
  if (!last || wide <= 0) return null;
  const own = patterns();
  const height = Math.round(plot * 0.6);
  const [left, right] = [8, width - 8];
  const x = linear(Math.min(0, classes[0]?.from ?? 0), Math.max(0, last.from + wide), left, right, 3);
  const y = linear(0, Math.max(...classes.map(({ percent }) => percent)), TOP + height, TOP);
  const { label, tick } = axisUnit(Math.max(Math.abs(x.ticks[0] ?? 0), Math.abs(x.end)));
  const bars = classes.map(({ from, percent: share }) => {
    const surface = from + wide / 2 >= 0 ? "solid" : "hatch";
    return svg("rect", {
      class: `bar bar-${surface}`, x: x(from) + 0.5, width: Math.max(x(from + wide) - x(from) - 1, 0.5), y: y(share), height: Math.max(TOP + height - y(share), 0),
      fill: fillOf(surface, own),
    });
  });
  return {
    title: t("draws.chart"),
    description: t("draws.chart.text", { percent: percent(carries, 0), low: sekRound(low), high: sekRound(high) }),
    height: TOP + height + 36,
    parts: [
      own.defs, ...bars,
      ...x.ticks.map((value) => svg("g", { class: value === 0 ? "grid zero" : "grid" },
        svg("line", { x1: x(value), x2: x(value), y1: value === 0 ? TOP : TOP + height, y2: TOP + height + 4 }),
        svg("text", { x: x(value), y: TOP + height + 18, "text-anchor": x(value) < 30 ? "start" : x(value) > width - 30 ? "end" : "middle" }, tick(value)))),
      svg("text", { x: right, y: TOP + height + 34, "text-anchor": "end", class: "axis-label" }, label),
    ],
    key: [{ mark: keyMark("solid"), text: t("draws.carries") }, { mark: keyMark("hatch"), text: t("draws.carries_not") }],
  };
}

export function histogram() {
  const frame = new Frame("draws");
  return { el: frame.el, update: (outcome: Outcome | null) => frame.update((width, plot) => (outcome ? draw(outcome, width, plot) : null)) };
}
