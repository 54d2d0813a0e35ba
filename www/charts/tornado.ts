// How far the result swings with each uncertain input, the one that matters most at the top.
import { svg } from "../dom";
import { sekRound } from "../format";
import { t } from "../words";
import { axisUnit, Frame, type Drawing } from "./frame";
import { fillOf, keyMark, patterns } from "./patterns";
import { linear } from "./scale";

export interface Swing {
  name: string;
  low: string;
  high: string;
  at_low: number;
  at_high: number;
}

const ROW = 40;
const TOP = 12;

function draw(swings: Swing[], base: number, width: number): Drawing | null {
  if (swings.length === 0) return null;
  const own = patterns();
  const [left, right] = [8, width - 8];
  const values = swings.flatMap(({ at_low, at_high }) => [at_low, at_high]);
  const x = linear(Math.min(0, base, ...values), Math.max(0, base, ...values), left, right, 3);
  const bottom = TOP + swings.length * ROW;
  const { label, tick } = axisUnit(Math.max(Math.abs(x.ticks[0] ?? 0), Math.abs(x.end)));
  const bar = (from: number, to: number, y: number, surface: "solid" | "hatch") => svg("rect", {
    class: `bar bar-${surface}`, x: Math.min(x(from), x(to)), width: Math.max(Math.abs(x(to) - x(from)), 0.5), y, height: 14, fill: fillOf(surface, own),
  });
  return {
    title: t("tornado.title"),
    description: t("tornado.text", { what: swings[0]?.name ?? "" }),
    height: bottom + 36,
    parts: [
      own.defs,
      ...x.ticks.map((value) => svg("g", { class: value === 0 ? "grid zero" : "grid" },
        svg("line", { x1: x(value), x2: x(value), y1: TOP, y2: bottom }),
        svg("text", { x: x(value), y: bottom + 18, "text-anchor": x(value) < 30 ? "start" : x(value) > width - 30 ? "end" : "middle" }, tick(value)))),
      svg("text", { x: right, y: bottom + 34, "text-anchor": "end", class: "axis-label" }, label),
      ...swings.map(({ name, low, high, at_low, at_high }, at) =>
        svg("g", null, svg("title", null, `${name}: ${low} → ${sekRound(at_low)}, ${high} → ${sekRound(at_high)}`),
          bar(base, at_low, TOP + at * ROW + 18, "hatch"), bar(base, at_high, TOP + at * ROW + 18, "solid"))),
      svg("line", { class: "base-line", x1: x(base), x2: x(base), y1: TOP, y2: bottom }),
      // Names come last, so that no line runs through them.
      ...swings.map(({ name, low, high }, at) => svg("text", { x: left + 6, y: TOP + at * ROW + 12, class: "row-name" }, `${name}: ${low}–${high}`)),
    ],
    key: [{ mark: keyMark("hatch"), text: t("tornado.low") }, { mark: keyMark("solid"), text: t("tornado.high") }],
  };
}

export function tornadoChart() {
  const frame = new Frame("tornado");
  return { el: frame.el, update: (swings: Swing[], base: number) => frame.update((width) => draw(swings, base, width)) };
}
