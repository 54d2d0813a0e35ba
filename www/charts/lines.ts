// A line through months, with a band around it where there is one.
import { svg } from "../dom";
import { monthLetter, plain, yearOf } from "../format";
import { Frame, grid, type Drawing } from "./frame";
import { fillOf, keyLine, keyMark, patterns } from "./patterns";
import { linear } from "./scale";

export interface Point {
  month: string;
  value: number;
  low?: number;
  high?: number;
}

/** Words of the drawing, and what its values are counted in. */
export interface Words {
  title: string;
  description: string;
  unit: string;
  line: string;
  band?: string;
}

const TOP = 26;

/** The months below a plot: a letter each where there is room, and the years. */
export function monthAxis(months: string[], x: (at: number) => number, step: number, bottom: number) {
  const letters = step >= 11;
  const january = months.findIndex((month, at) => at > 0 && month.endsWith("-01"));
  // The first year has its label where the second leaves it room.
  const named = (month: string, at: number) => (at === 0 ? january < 0 || step * january > 40 : month.endsWith("-01"));
  return months.flatMap((month, at) => [
    letters && svg("text", { x: x(at), y: bottom + 18, "text-anchor": "middle", class: "tick" }, monthLetter(month)),
    named(month, at) && svg("text", { x: x(at), y: bottom + (letters ? 36 : 18), "text-anchor": at === months.length - 1 ? "end" : "middle", class: "year" }, yearOf(month)),
  ]);
}

function draw(points: Point[], words: Words, width: number, plot: number): Drawing | null {
  if (points.length < 2) return null;
  const [left, right] = [52, width - 12];
  const step = (right - left) / (points.length - 1);
  const x = (at: number) => left + step * at;
  const y = linear(0, Math.max(1e-9, ...points.map(({ value, high }) => Math.max(value, high ?? 0))), TOP + plot, TOP);
  const path = (value: (point: Point) => number, from = points) =>
    from.map((point) => `${x(points.indexOf(point)).toFixed(1)} ${y(value(point)).toFixed(1)}`).join("L");
  const own = patterns();
  const band = words.band && `M${path(({ high = 0 }) => high)}L${path(({ low = 0 }) => low, [...points].reverse())}Z`;
  return {
    title: words.title,
    description: words.description,
    height: TOP + plot + 40,
    parts: [
      own.defs, svg("text", { x: 0, y: 10, class: "axis-label" }, words.unit),
      ...grid(y.ticks, y, (value) => plain(value, 2), left, right),
      band && svg("path", { d: band, class: "bar-thin", fill: fillOf("thin", own) }),
      svg("path", { d: `M${path(({ value }) => value)}`, class: "line line-cost" }),
      ...monthAxis(points.map(({ month }) => month), x, step, TOP + plot),
    ],
    key: [
      { mark: keyLine("line-cost"), text: words.line },
      ...(words.band ? [{ mark: keyMark("thin"), text: words.band }] : []),
    ],
  };
}

export function linesChart() {
  const frame = new Frame("lines");
  return { el: frame.el, update: (points: Point[], words: Words) => frame.update((width, plot) => draw(points, words, width, plot)) };
}
