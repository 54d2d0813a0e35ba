// The little of a charting library that two charts need: a scale of values with round ticks, and one of bands.

export interface Linear {
  (value: number): number;
  ticks: number[];
  /** The last tick: the end of the scale. */
  end: number;
}

/** The step of about so many ticks: 1, 2, 2.5 or 5 times a power of ten. */
function roundStep(span: number, count: number) {
  const power = 10 ** Math.floor(Math.log10(span / count));
  return power * ([1, 2, 2.5, 5].find((size) => span / (power * size) <= count) ?? 10);
}

/** From `from` to `to` pixels, with round ends. */
export function linear(min: number, max: number, from: number, to: number, count = 4): Linear {
  const step = roundStep(Math.max(max - min, Number.MIN_VALUE), count);
  const [first, last] = [Math.floor(min / step), Math.ceil(max / step - 1e-9)];
  const [start, end] = [first * step, last * step];
  const scale = (value: number) => from + ((value - start) / (end - start)) * (to - from);
  return Object.assign(scale, { ticks: Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step), end });
}

/** So many bands between two pixels, each with its place and width. */
export function bands(count: number, from: number, to: number, gap = 0.28) {
  const step = (to - from) / Math.max(count, 1);
  return { step, width: step * (1 - gap), at: (index: number) => from + step * (index + gap / 2) };
}
