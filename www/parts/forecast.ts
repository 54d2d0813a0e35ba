// The calendar year as a whole: what it will come to, how sure that is, and how it stands to the budget.
import type { App, Part } from "../app";
import { forecastChart } from "../charts/forecast";
import { h, put, setText, show } from "../dom";
import { days, fixed, monthShort, plain, sekRound } from "../format";
import type { ForecastValue, View } from "../types";
import { t } from "../words";
import { opens, renew, refusal, Sheet } from "./folds";
import { askFor } from "./cost";
import { NumberField } from "./number-field";
import { Disclosure, isUsable, kindBadge, section } from "./pieces";

const ROWS = [["sick_pay", "layer.sick_pay"], ["net_days", "fact.net_days"], ["estimated_total", "layer.estimated_total"]] as const;
const HIGHEST = 1e12;

const inDays = (value: number) => t("unit.net_days", { value: days(value), count: value });
const between = ({ low, high }: ForecastValue, text: (value: number) => string, key: string) =>
  low == null || high == null ? "" : t(key, { low: text(low), high: text(high) });

function basisText({ basis, months_known, trials, sick_pay, net_days }: View["forecast"]) {
  if (basis === "complete") return t("forecast.complete");
  const sure = (sick_pay ?? net_days)?.low != null;
  return [t(`forecast.${basis}`), t("forecast.known", { count: months_known }),
    t(sure ? "forecast.trials" : "forecast.no_interval", { count: trials })].join(" ");
}

export function forecast(app: App): Part {
  const first = h("p", { class: "headline", id: "forecast-headline" });
  const second = h("p", { class: "headline-more", id: "forecast-more" });
  const basis = h("p", { class: "quiet", id: "forecast-basis" });
  const ask = h("p", { class: "screen-only" });
  const budget = new NumberField(app, {
    id: "budget", label: t("forecast.budget"), unit: t("unit.sek.short"), help: t("forecast.budget.help"),
    change: (value) => app.set({ budget: value }),
  });
  const sums = new Sheet(t("forecast.table"));
  const chart = forecastChart();
  const months = new Sheet(t("forecast.months"));
  const fold = new Disclosure(app, "forecast-months", { closed: t("table.show"), open: t("table.hide") }, months.el);
  fold.body.classList.add("screen-only");
  const el = section("forecast", t("forecast.title"), first, second, basis, ask,
    h("div", { class: "fields screen-only" }, budget.el), sums.el, chart.el, fold.el);

  return {
    el,
    update(view) {
      const now = view?.forecast;
      if (!show(el, isUsable(view) && now?.basis != null) || !view || !now) return;
      const year = String(now.year);
      const done = now.basis === "complete";
      const [what, value, text] = now.sick_pay ? ["sick_pay", now.sick_pay, sekRound] as const : ["net_days", now.net_days, inDays] as const;
      put(first, value && t(`forecast.${what}${done ? ".complete" : ""}`, { year, amount: text(value.year) }), " ",
        !done && kindBadge("estimated"));
      const off = now.budget_difference;
      setText(second, [
        off != null && t(off > 0 ? "forecast.over" : "forecast.under", { amount: sekRound(Math.abs(off)), budget: sekRound(now.budget) }),
        value && !done && between(value, text, "forecast.between"),
      ].filter(Boolean).join(" "));
      show(second, second.textContent !== "");
      setText(basis, basisText(now));
      renew(ask, !now.sick_pay && askFor(view));
      show(budget.el, now.sick_pay != null);
      budget.update(now.budget_problem ? (app.state.settings.budget ?? null) : now.budget, refusal(now.budget_problem, plain(0), plain(HIGHEST)));

      const known = ROWS.filter(([id]) => now[id] != null);
      // A year that is over has no "so far", and the first year of the data none before it.
      const columns = [!done && "so_far", known.some(([id]) => now[id]?.year_before != null) && "year_before"]
        .filter((id): id is "so_far" | "year_before" => id !== false);
      sums.update([year, t("forecast.year"), ...columns.map((id) => t(`forecast.${id}`))], known.map(([id, name]) => {
        const one = now[id] as ForecastValue;
        const write = id === "net_days" ? days : sekRound;
        const range = !done && between(one, write, "forecast.range");
        const whole = h("span", null, opens(app, "forecast", `forecast_${id}`, write(one.year)), range && h("span", { class: "quiet why" }, range));
        return { name: t(name), cells: [whole, ...columns.map((column) => write(one[column]))] };
      }));
      chart.update(now);
      months.update([t("months.month"), t("column.sick_pay"), t("fact.net_days"), t("forecast.kind")],
        now.months.map((one) => ({
          name: monthShort(one.month),
          cells: [plain(one.sick_pay), fixed(one.net_days, 1), t(one.forecast ? "forecast.expected" : "forecast.actual")],
        })), [3]);
    },
  };
}
