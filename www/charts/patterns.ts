// Surfaces told apart by pattern as well as by colour: filled = booked, hatched = calculated, framed = estimated.
import { newId, svg } from "../dom";

export interface Patterns {
  defs: SVGDefsElement;
  hatch: string;
  thin: string;
}

/** Patterns of their own for each drawing: an id of a hidden drawing would paint nothing. */
export function patterns(): Patterns {
  const [hatch, thin] = [newId("hatch"), newId("thin")];
  return {
    hatch: `url(#${hatch})`,
    thin: `url(#${thin})`,
    defs: svg("defs", null,
      svg("pattern", { id: hatch, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
        svg("rect", { width: 5, height: 5, class: "pattern-ground" }), svg("rect", { width: 2.2, height: 5, class: "pattern-accent" })),
      svg("pattern", { id: thin, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(-45)" },
        svg("rect", { width: 6, height: 6, class: "pattern-ground" }), svg("rect", { width: 1, height: 6, class: "pattern-ink" }))),
  };
}

export type Surface = "solid" | "hatch" | "thin";

export const fillOf = (surface: Surface, { hatch, thin }: Patterns) =>
  ({ solid: null, hatch, thin })[surface];

/** The small square of a key. */
export function keyMark(surface: Surface) {
  const own = patterns();
  return svg("svg", { viewBox: "0 0 18 14", class: "key-mark", "aria-hidden": "true", focusable: "false" },
    own.defs, svg("rect", { x: 1, y: 1, width: 16, height: 12, class: `bar bar-${surface}`, fill: fillOf(surface, own) }));
}

/** The short line of a key. */
export const keyLine = (name: string) =>
  svg("svg", { viewBox: "0 0 26 14", class: "key-line", "aria-hidden": "true", focusable: "false" },
    svg("line", { x1: 1, x2: 25, y1: 7, y2: 7, class: `line ${name}` }));
