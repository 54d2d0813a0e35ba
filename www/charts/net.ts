// What is saved less what is paid, month by month, between what speaks against the investment and what speaks for it.
import { svg } from "../dom";
import { plain, sekRound } from "../format";
import type { View } from "../types";
import { t } from "../words";
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
  const x = (at: number) => left + (at / Math.max(curve.length - 1, 1)) * (right - left);
  const y = linear(Math.min(0, ...lows), Math.max(1, ...highs), TOP + plot, TOP);
  const { label, tick } = axisUnit(Math.max(Math.abs(y.ticks[0] ?? 0), Math.abs(y.end)));
  const path = (values: number[]) => values.map((value, at) => `${at ? "L" : "M"}${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  const back = lows.map((_, at) => lows.length - 1 - at).map((at) => `L${x(at).toFixed(1)} ${y(lows[at] ?? 0).toFixed(1)}`).join("");
  const step = [1, 2, 3, 6, 12, 24].find((months) => (last.month / months) * 34 <= right - left) ?? 60;
  const ticks = Array.from({ length: Math.floor(last.month / step) + 1 }, (_, index) => index * step);
  return {
    title: t("net.title"),
    description: t("net.text", { result: sekRound(result), low: sekRound(last.low), high: sekRound(last.high) }),
    height: TOP + plot + 44,
    parts: [
      svg("text", { x: 0, y: 10, class: "axis-label" }, label),
      ...grid(y.ticks, y, tick, left, right),
      ...ticks.map((month) => svg("text", { x: x(month), y: TOP + plot + 18, "text-anchor": "middle", class: "tick" }, plain(month))),
      svg("text", { x: right, y: TOP + plot + 38, "text-anchor": "end", class: "axis-label" }, t("curve.months")),
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
