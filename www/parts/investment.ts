// Does it pay: a few values, one sentence, and the curve of cost and saving.
import type { App, Part } from "../app";
import { curveChart } from "../charts/curve";
import { h, put, setText, show } from "../dom";
import { days, percent, plain, sek, sekRound, whole } from "../format";
import type { InvestmentSettings, View } from "../types";
import { t } from "../words";
import { effectField } from "./effect-field";
import { NumberField } from "./number-field";
import { Disclosure, kindBadge, scroller, section } from "./pieces";

type Investment = View["investment"];
const FIELDS = [
  { id: "start", unit: "sek" }, { id: "monthly", unit: "sek_per_month" }, { id: "months", unit: "months" }, { id: "horizon", unit: "months" },
] as const;
const HORIZON = 12;

const problemText = (problem: string | undefined) => problem && t(`problem.invest.${problem}`);

function answer(investment: Investment) {
  const monthsOf = (value: number) => t("unit.months", { value: whole(value), count: Math.ceil(value) });
  const result = investment.result_at_horizon;
  return {
    horizon: monthsOf(investment.horizon),
    cost: sekRound(investment.cost),
    percent: percent(investment.needed_percent, 1, true),
    days: days(investment.needed_short_net_days, true),
    payback: investment.payback_months == null ? "" : monthsOf(investment.payback_months),
    result: sekRound(result),
    loss: result == null ? "" : sekRound(Math.abs(result)),
    saving: sekRound(investment.highest_cost),
  };
}

function figures(app: App, investment: Investment) {
  const all: [figure: string, text: string | null][] = [
    ["needed_short_net_days", investment.needed_short_net_days == null ? null : days(investment.needed_short_net_days, true)],
    ["needed_percent", investment.needed_percent == null ? null : percent(investment.needed_percent, 1, true)],
    ["needed_full_time_equivalents", investment.needed_full_time_equivalents == null ? null : plain(investment.needed_full_time_equivalents, 2)],
    ["saving_per_month", investment.saving_per_month == null ? null : sekRound(investment.saving_per_month)],
    ["highest_cost", investment.highest_cost == null ? null : sekRound(investment.highest_cost)],
    ["payback_months", investment.payback_months == null ? null : t("unit.months", { value: whole(investment.payback_months), count: Math.ceil(investment.payback_months) })],
    ["result_at_horizon", investment.result_at_horizon == null ? null : sekRound(investment.result_at_horizon)],
  ];
  return all.filter((one): one is [string, string] => one[1] !== null).map(([id, text]) =>
    h("div", null, h("dt", null, t(`invest.${id}`)),
      h("dd", null, h("button", { type: "button", class: "cell", id: `figure-${id}`, onclick: () => app.explain("investment", "", id) }, text))));
}

export function investment(app: App): Part {
  const fields = FIELDS.map(({ id, unit }) => new NumberField(app, {
    id: `invest-${id}`, label: t(`invest.${id}`), unit: t(`unit.${unit}.short`), help: t(`invest.${id}.help`),
    change: (value) => app.setInvestment({ [id]: value } as Partial<InvestmentSettings>),
  }));
  const effects = (["effect_short", "effect_long"] as const).map((id) => effectField(app, id));
  const sentence = h("p", { class: "headline", id: "verdict" });
  const more = h("p", { class: "headline-more", id: "verdict-more" });
  const basis = h("p", { class: "quiet", id: "verdict-basis" });
  const measures = h("dl", { class: "facts" });
  const chart = curveChart();
  const rows = h("tbody");
  const heads = ["curve.month", "curve.cost", "curve.saving"];
  const table = scroller(t("curve.table"), h("table", { class: "figures" }, h("caption", null, t("curve.table")),
    h("thead", null, h("tr", null, ...heads.map((head, at) => h("th", { scope: "col", class: at > 0 ? "number" : null }, t(head))))), rows));
  const fold = new Disclosure(app, "curve", { closed: t("table.show"), open: t("table.hide") }, table);
  fold.body.classList.add("screen-only");
  const result = h("div", null, measures, chart.el, fold.el);
  const el = section("investment", t("invest.title"),
    h("p", { class: "lead screen-only" }, t("invest.lead")),
    h("div", { class: "fields screen-only" }, ...fields.map((field) => field.el)),
    h("fieldset", { class: "effects screen-only" }, h("legend", null, t("invest.effect")), h("p", { class: "quiet" }, t("invest.effect.help")), ...effects.map((one) => one.el)),
    h("div", { class: "verdict", role: "group", "aria-labelledby": "verdict" }, sentence, more, basis), result);

  return {
    el,
    update(view) {
      const usable = view !== null && view.reading.used > 0;
      if (!show(el, usable) || !view) return;
      const { investment: now } = view;
      const given = app.state.settings.investment ?? {};
      FIELDS.forEach(({ id }, at) => {
        const field = fields[at];
        const value = given[id];
        field?.update(value ?? (id === "horizon" ? now.horizon : null), problemText(now.problems[id]));
        if (id === "horizon") field?.say(value == null && h("p", { class: "quiet" }, t("invest.horizon.default", { count: HORIZON })));
      });
      for (const effect of effects) effect.update(given[effect.id] ?? null, problemText(now.problems[effect.id]));

      const words = answer(now);
      const entered = now.verdict !== "no_cost";
      setText(sentence, t(`verdict.${now.verdict}`, words));
      el.classList.toggle("unanswered", !entered || now.verdict === "no_value");
      const second = entered && now.verdict !== "needs" && now.needed_percent != null && now.verdict !== "needs_more_than_all";
      setText(more, second ? t((now.needed_percent ?? 0) > 100 ? "verdict.needed.too_much" : "verdict.needed", words) : now.verdict === "needs" ? t("verdict.needs.more", words) : "");
      show(more, more.textContent !== "");
      const valued = now.value_short_day != null;
      put(basis, ...(entered && valued ? [t("invest.basis", {
        short: sek(now.value_short_day), long: sek(now.value_long_day), count: now.baseline_months,
        days: days(now.short_net_days_per_year), method: t(`method.${view.method.id}.inline`),
      }), " ", kindBadge(now.kind)] : []));
      put(measures, ...(entered ? figures(app, now) : []));
      chart.update(now);
      put(rows, ...now.curve.map((point) => h("tr", null,
        h("th", { scope: "row" }, plain(point.month, 1)), h("td", { class: "number" }, plain(point.cost)), h("td", { class: "number" }, plain(point.saving)))));
      show(fold.el, entered && now.curve.length > 1);
    },
  };
}
