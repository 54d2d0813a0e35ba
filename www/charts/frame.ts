// What both charts share: a figure that is drawn anew when its width changes, an axis of kronor, and a key.
import { h, newId, put, svg, whenIdle, type Child } from "../dom";
import { plain } from "../format";
import { t } from "../words";

export interface Drawing {
  title: string;
  description: string;
  parts: Child[];
  height: number;
  key: { mark: Node; text: string }[];
}

type Draw = (width: number, plot: number) => Drawing | null;

/** The height of a plot on screen; on paper it is lower, and as wide as an A4 page between its margins. In CSS pixels. */
const PLOT = 220;
const PAPER = { width: 672, plot: 104 };

/** An SVG picture with title and description; `draw` is called with its width and the height of its plot. */
export class Frame {
  el: HTMLElement;
  private figure = h("div", { class: "chart-box" });
  private key = h("ul", { class: "key" });
  private draw: Draw | null = null;
  private width = 0;
  /** Whether it is on the screen, or nearly. */
  private near = true;
  /** What is shown is of before. */
  private stale = false;

  constructor(name: string) {
    this.el = h("figure", { class: `chart ${name}` }, this.figure, this.key);
    // Painting changes the height: within the observer's own turn the browser would complain of a loop.
    new ResizeObserver(([entry]) => requestAnimationFrame(() => this.fit(entry?.contentRect.width ?? 0))).observe(this.figure);
    new IntersectionObserver(([entry]) => {
      this.near = entry?.isIntersecting ?? true;
      if (this.near) this.follow();
    }, { rootMargin: "200px" }).observe(this.el);
    window.addEventListener("beforeprint", () => this.el.isConnected && this.paint(PAPER.width, PAPER.plot));
    window.addEventListener("afterprint", () => this.el.isConnected && this.fit(this.figure.clientWidth));
  }

  /** The width is told by the observer, once there is one: to ask for it here would have the whole page laid out. */
  update(draw: Draw) {
    this.draw = draw;
    if (this.width === 0) this.el.hidden = false;
    // What nobody sees is drawn when there is nothing else to do.
    else if (this.near || this.el.hidden) this.paint(this.width);
    else if (!this.stale) {
      this.stale = true;
      whenIdle(() => this.follow());
    }
  }

  private follow() {
    if (this.stale) this.paint(this.width);
  }

  private fit(width: number) {
    const whole = Math.round(width);
    if (this.draw && whole > 0 && whole !== this.width) this.paint(whole);
  }

  private paint(width: number, plot = PLOT) {
    this.width = width;
    this.stale = false;
    const drawing = this.draw?.(width, plot);
    this.el.hidden = !drawing;
    if (!drawing) return;
    const [title, description] = [newId("chart-title"), newId("chart-text")];
    put(this.figure, svg("svg", {
      viewBox: `0 0 ${width} ${drawing.height}`, width: "100%", role: "img", "aria-labelledby": `${title} ${description}`,
    }, svg("title", { id: title }, drawing.title), svg("desc", { id: description }, drawing.description), ...drawing.parts));
    put(this.key, ...drawing.key.map(({ mark, text }) => h("li", null, mark, text)));
  }
}

/** Kronor along an axis: in thousands or millions, whichever reads easier. */
export function axisUnit(max: number) {
  const [size, id] = max >= 2_000_000 ? [1_000_000, "mnkr"] : max >= 2_000 ? [1_000, "tkr"] : [1, "kr"];
  return { label: t(`axis.${id}`), tick: (value: number) => plain(value / (size as number), 2) };
}

/** Where a text above the plot may begin, so that it stands clear of what the axis is counted in. */
export const beside = (label: string, x: number) => Math.max(x, 10 + label.length * 7);

/** Fine lines across, with their values. */
export function grid(ticks: number[], y: (value: number) => number, tick: (value: number) => string, left: number, right: number) {
  return ticks.map((value) => svg("g", { class: value === 0 ? "grid zero" : "grid" },
    svg("line", { x1: left, x2: right, y1: y(value), y2: y(value) }),
    svg("text", { x: left - 10, y: y(value), dy: "0.32em", "text-anchor": "end" }, tick(value))));
}
