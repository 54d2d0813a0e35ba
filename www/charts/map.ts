// Two inputs at once: where the investment carries itself, where it does not, and the line between.
import { svg } from "../dom";
import type { View } from "../types";
import { t } from "../words";
import { Frame, type Drawing } from "./frame";
import { fillOf, keyMark, patterns } from "./patterns";

type Map = NonNullable<View["investment"]["cases"][number]["map"]>;
const TOP = 26;
const LEFT = 64;

export interface Named {
  across: string;
  down: string;
  show(side: "across" | "down", value: number): string;
}

function draw(map: Map, named: Named, width: number, plot: number): Drawing | null {
  const { across_values: xs, down_values: ys, results } = map;
  const own = patterns();
  const right = width - 8;
  const height = plot;
  const [x0, x1, y0, y1] = [xs[0] ?? 0, xs.at(-1) ?? 1, ys[0] ?? 0, ys.at(-1) ?? 1];
  const x = (value: number) => LEFT + ((value - x0) / (x1 - x0)) * (right - LEFT);
  const y = (value: number) => TOP + height - ((value - y0) / (y1 - y0)) * height;
  const [stepX, stepY] = [(right - LEFT) / (xs.length - 1), height / (ys.length - 1)];
  // Of each row, the stretches on one side: few shapes for many cells.
  const rows = ys.flatMap((value, row) => {
    const cells = results[row] ?? [];
    const stretches: { from: number; to: number; carries: boolean }[] = [];
    cells.forEach((result, at) => {
      const last = stretches.at(-1);
      if (last && last.carries === result >= 0) last.to = at;
      else stretches.push({ from: at, to: at, carries: result >= 0 });
    });
    return stretches.map(({ from, to, carries }) => {
      const left = Math.max(x(xs[from] ?? x0) - stepX / 2, LEFT);
      const end = Math.min(x(xs[to] ?? x1) + stepX / 2, right);
      const top = Math.max(y(value) - stepY / 2, TOP);
      const bottom = Math.min(y(value) + stepY / 2, TOP + height);
      return svg("rect", { class: carries ? "map-carries" : "map-not", x: left, width: end - left, y: top, height: bottom - top, fill: carries ? null : fillOf("thin", own) });
    });
  });
  const line = map.line.map(({ across, down }, at) => `${at ? "L" : "M"}${x(across).toFixed(1)} ${y(down).toFixed(1)}`).join("");
  const ticksOf = (values: number[]) => [values[0], values[values.length >> 1], values.at(-1)].map((value) => value ?? 0);
  return {
    title: t("map.title", { across: named.across, down: named.down }),
    description: t("map.text"),
    height: TOP + height + 44,
    parts: [
      own.defs, ...rows, line !== "" && svg("path", { d: line, class: "line line-cost" }),
      svg("text", { x: 0, y: 12, class: "axis-label" }, named.down),
      ...ticksOf(ys).map((value) => svg("text", { x: LEFT - 8, y: y(value), dy: "0.32em", "text-anchor": "end" }, named.show("down", value))),
      ...ticksOf(xs).map((value, at) => svg("text", { x: x(value), y: TOP + height + 18, "text-anchor": ["start", "middle", "end"][at] ?? "middle" }, named.show("across", value))),
      svg("text", { x: right, y: TOP + height + 38, "text-anchor": "end", class: "axis-label" }, named.across),
    ],
    key: [{ mark: keyMark("solid"), text: t("map.carries") }, { mark: keyMark("thin"), text: t("map.carries_not") }],
  };
}

export function mapChart() {
  const frame = new Frame("map");
  return { el: frame.el, update: (map: Map | null, named: Named) => frame.update((width, plot) => (map ? draw(map, named, width, plot) : null)) };
}
