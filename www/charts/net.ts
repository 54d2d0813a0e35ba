// What is saved less what is paid, month by month, between what speaks against the investment and what speaks for it.
import { svg } from "../dom";
import { sekRound } from "../format";
import type { View } from "../types";
import { t } from "../words";
import { monthsAlong } from "./curve";
import { axisUnit, Frame, grid, type Drawing } from "./frame";
import { keyLine } from "./patterns";
import { linear } from "./scale";

type Case = View["investment"]["cases"][number];
const TOP = 26;

function draw({ curve, result_at_horizon: result }: Case, width: number, plot: number): Drawing | null {
  const last = curve.at(-1);
  if (!last || last.low == null || last.high == null || result == null) return null;
  const [left, right] = [52, width - 12];
  const lows = curve.map(({ low }) => low ?? 0);
  const highs = curve.map(({ high }) => high ?? 0);
  const nets = curve.map(({ net }) => net);
  const x = (month: number) => left + (month / last.month) * (right - left);
  const y = linear(Math.min(0, ...lows), Math.max(1, ...highs), TOP + plot, TOP);
  const { label, tick } = axisUnit(Math.max(Math.abs(y.ticks[0] ?? 0), Math.abs(y.end)));
  const path = (values: number[]) => values.map((value, at) => `${at ? "L" : "M"}${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  const back = lows.map((_, at) => lows.length - 1 - at).map((at) => `L${x(at).toFixed(1)} ${y(lows[at] ?? 0).toFixed(1)}`).join("");
  return {
    title: t("net.title"),
    description: t("net.text", { result: sekRound(result), low: sekRound(last.low), high: sekRound(last.high) }),
    height: TOP + plot + 44,
    parts: [
      svg("text", { x: 0, y: 10, class: "axis-label" }, label),
      ...grid(y.ticks, y, tick, left, right),
      ...monthsAlong(last.month, x, TOP + plot, right),
      svg("path", { d: `${path(highs)}${back}Z`, class: "net-band" }),
      svg("path", { d: path(nets), class: "line line-cost" }),
    ],
    key: [{ mark: keyLine("line-cost"), text: t("net.base") }, { mark: svg("svg", { viewBox: "0 0 18 14", class: "key-mark", "aria-hidden": "true" }, svg("rect", { x: 1, y: 1, width: 16, height: 12, class: "net-band" })), text: t("net.band") }],
  };
}

export function netChart() {
  const frame = new Frame("net");
  return { el: frame.el, update: (now: Case) => frame.update((width, plot) => draw(now, width, plot)) };
}
