// Month by month: what the reference months had, what was to be expected, and what came; in days per employee.
import { svg } from "../dom";
import { plain } from "../format";
import type { FollowUpMonth } from "../types";
import { t } from "../words";
import { Frame, grid, type Drawing } from "./frame";
import { monthAxis } from "./lines";
import { keyLine } from "./patterns";
import { linear } from "./scale";

const TOP = 26;
const LINES = [["reference", "line-reference"], ["expected", "line-expected"], ["actual", "line-cost"]] as const;

/** What is drawn of the months, with the words for it. */
interface Apart {
  months: FollowUpMonth[];
  /** Whether a trend makes what was expected differ from the reference. */
  adjusted: boolean;
  description: string;
}

function draw({ months, adjusted, description }: Apart, width: number, plot: number): Drawing | null {
  const known = months.filter(({ actual }) => actual != null);
  if (known.length < 2) return null;
  const [left, right] = [52, width - 12];
  const step = (right - left) / Math.max(1, months.length - 1);
  const x = (at: number) => left + step * at;
  const lines = LINES.filter(([id]) => adjusted || id !== "expected");
  const y = linear(0, Math.max(1e-9, ...known.flatMap((month) => lines.map(([id]) => month[id] ?? 0))), TOP + plot, TOP);
  // A month that is not known breaks the line.
  const path = (id: (typeof LINES)[number][0]) => months.map((month, at) => {
    const value = month[id];
    if (value == null) return "";
    return `${months[at - 1]?.[id] == null ? "M" : "L"}${x(at).toFixed(1)} ${y(value).toFixed(1)}${months[at - 1]?.[id] == null && months[at + 1]?.[id] == null ? "h0.1" : ""}`;
  }).join("");
  const half = Math.min(step / 2, 12);
  return {
    title: t("follow.chart"),
    description,
    height: TOP + plot + 40,
    parts: [
      svg("text", { x: 0, y: 10, class: "axis-label" }, t("follow.chart.unit")),
      ...months.map(({ disturbed }, at) => disturbed &&
        svg("rect", { x: Math.max(left, x(at) - half), y: TOP, width: Math.min(right, x(at) + half) - Math.max(left, x(at) - half), height: plot, class: "gap-ground" })),
      ...grid(y.ticks, y, (value) => plain(value, 2), left, right),
      ...lines.map(([id, look]) => svg("path", { d: path(id), class: `line ${look}` })),
      ...monthAxis(months.map(({ month }) => month), x, step, TOP + plot),
    ],
    key: lines.map(([id, look]) => ({ mark: keyLine(look), text: t(`follow.column.${id}`) })),
  };
}

export function monthsApartChart() {
  const frame = new Frame("months-apart");
  return { el: frame.el, update: (apart: Apart) => frame.update((width, plot) => draw(apart, width, plot)) };
}
