// The calendar year month by month: known months filled, forecast months hatched.
import { svg } from "../dom";
import { days, month, plain, sek } from "../format";
import type { ForecastView } from "../types";
import { t } from "../words";
import { axisUnit, Frame, grid, type Drawing } from "./frame";
import { monthAxis } from "./lines";
import { fillOf, keyMark, patterns } from "./patterns";
import { bands, linear } from "./scale";

const TOP = 26;

function draw({ year, months, months_known }: ForecastView, width: number, plot: number): Drawing | null {
  const inKronor = months.some(({ sick_pay }) => sick_pay != null);
  const value = (one: (typeof months)[number]) => Math.max(0, (inKronor ? one.sick_pay : one.net_days) ?? 0);
  if (!months.some((one) => value(one) > 0)) return null;
  const left = 52;
  const { step, width: band, at } = bands(months.length, left, width);
  const y = linear(0, Math.max(1e-9, ...months.map(value)), TOP + plot, TOP);
  const { label, tick } = inKronor ? axisUnit(y.end) : { label: t("axis.net_days"), tick: (value: number) => plain(value, 1) };
  const own = patterns();
  const surface = (forecast: boolean) => (forecast ? "hatch" : "solid");
  const name = (forecast: boolean) => t(forecast ? "forecast.expected" : "forecast.actual");
  const bars = months.map((one, index) => {
    const amount = inKronor ? sek(one.sick_pay) : t("unit.net_days", { value: days(one.net_days), count: one.net_days ?? 0 });
    const top = y(value(one));
    return svg("g", null, svg("title", null, `${month(one.month)}, ${name(one.forecast).toLowerCase()}: ${amount}`),
      svg("rect", {
        class: `bar bar-${surface(one.forecast)}`, x: at(index), width: band, y: top, height: Math.max(0, TOP + plot - top),
        fill: fillOf(surface(one.forecast), own),
      }));
  });
  const kinds = [false, true].filter((kind) => months.some(({ forecast }) => forecast === kind));
  return {
    title: t(inKronor ? "forecast.chart" : "forecast.chart.days", { year: String(year) }),
    description: t("forecast.chart.text", { count: months_known }),
    height: TOP + plot + 40,
    parts: [
      own.defs, svg("text", { x: 0, y: 10, class: "axis-label" }, label), ...grid(y.ticks, y, tick, left, width), ...bars,
      ...monthAxis(months.map((one) => one.month), (index) => at(index) + band / 2, step, TOP + plot),
    ],
    key: kinds.map((kind) => ({ mark: keyMark(surface(kind)), text: name(kind) })),
  };
}

export function forecastChart() {
  const frame = new Frame("forecast-months");
  return { el: frame.el, update: (forecast: ForecastView) => frame.update((width, plot) => draw(forecast, width, plot)) };
}
