// One bar divided between those who pay.
import { svg } from "../dom";
import { sekRound } from "../format";
import { Frame, type Drawing } from "./frame";
import { fillOf, keyMark, patterns, type Surface } from "./patterns";

export interface Piece {
  name: string;
  value: number;
  surface: Surface;
}

const HEIGHT = 44;

function draw(pieces: Piece[], title: string, description: string, width: number): Drawing | null {
  const all = pieces.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  if (all <= 0) return null;
  const own = patterns();
  let from = 0;
  return {
    title, description, height: HEIGHT,
    parts: [own.defs, ...pieces.map(({ name, value, surface }) => {
      const [x, room] = [from, (Math.max(0, value) / all) * width];
      from += room;
      return svg("g", null, svg("title", null, `${name}: ${sekRound(value)}`),
        svg("rect", { class: `bar bar-${surface}`, x, width: room, y: 1, height: HEIGHT - 2, fill: fillOf(surface, own) }));
    })],
    key: pieces.map(({ name, value, surface }) => ({ mark: keyMark(surface), text: `${name}: ${sekRound(value)}` })),
  };
}

export function sharesChart() {
  const frame = new Frame("shares");
  return { el: frame.el, update: (pieces: Piece[], title: string, description: string) => frame.update((width) => draw(pieces, title, description, width)) };
}
