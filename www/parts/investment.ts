// Does it pay: a few values, one sentence, and the curve of cost and saving.
import type { App, Part } from "../app";
import { curveChart } from "../charts/curve";
import { h, put, setText, show } from "../dom";
import { days, exact, inline, list, percent, plain, sek, sekRound, whole, type Unit } from "../format";
import type { InvestmentSettings, View } from "../types";
import { t } from "../words";
import { effectField } from "./effect-field";
import { NumberField } from "./number-field";
import { Disclosure, changedMark, figureButton, isChanged, isUsable, kindBadge, scroller, section } from "./pieces";
import { refusedFields, refusedText } from "./workplace";

type Investment = View["investment"];
const FIELDS = [
  { id: "start", unit: "sek" }, { id: "monthly", unit: "sek_per_month" }, { id: "months", unit: "months" }, { id: "horizon", unit: "months" },
] as const;
const EFFECTS = ["effect_short", "effect_long"] as const;
const HORIZON = 12;
/** Figures that the verdict speaks of. */
const ANSWERS = ["needed_percent", "needed_short_net_days", "saving_per_month", "highest_cost", "payback_months", "result_at_horizon"];
type Id = (typeof FIELDS)[number]["id"] | (typeof EFFECTS)[number];

/** The lowest and highest value of each field, as the core has them, and what they are counted in. */
const RANGES: Record<Id, [lowest: number, highest: number, unit: Unit]> = {
  start: [0, 1e12, "sek"], monthly: [0, 1e12, "sek_per_month"], months: [0, 600, "months"], horizon: [1, 600, "months"],
  effect_short: [-1000, 100, "percent"], effect_long: [-1000, 100, "percent"],
};

function problemText(id: Id, problem: string | undefined) {
  const [lowest, highest, unit] = RANGES[id];
  return problem && t(`problem.invest.${problem}`, { lowest: plain(lowest), highest: exact(highest, unit) });
}

/** What was entered, for paper, where the fields are gone; and the horizon whoever set it. */
function paperText(app: App, { verdict, horizon, problems }: Investment) {
  if (verdict === "no_cost") return "";
  const given = app.state.settings.investment ?? {};
  const values = [...FIELDS.map(({ id }) => id), ...EFFECTS]
    .filter((id) => id === "horizon" || (given[id] != null && !problems[id]))
    .map((id) => `${inline(t(`invest.${id}`))} ${exact(id === "horizon" ? horizon : given[id], RANGES[id][2])}`);
  return t("invest.paper", { values: values.join(", ") });
}

/** Without an effect, a break-even that lies beyond all short absence is none. */
const reachable = ({ needed_percent }: Investment) => needed_percent != null && needed_percent <= 100;

const monthCount = (value: number) => t("unit.months", { value: whole(value), count: Math.ceil(value) });

/** The effect that was entered, within a sentence. */
function effectText({ effect_short, effect_long }: Investment) {
  const both = [["short", effect_short], ["long", effect_long]] as const;
  return list(both.flatMap(([id, value]) =>
    value == null ? [] : [t(`verdict.${id}.${value < 0 ? "grows" : "falls"}`, { percent: percent(Math.abs(value)) })]));
}

function answer(investment: Investment) {
  const { payback_months: payback, result_at_horizon: result, highest_cost: saving } = investment;
  return {
    effect: effectText(investment),
    horizon: monthCount(investment.horizon),
    cost: sekRound(investment.cost),
    percent: percent(investment.needed_percent, 1, true),
    days: days(investment.needed_short_net_days, true),
    payback: payback == null ? "" : payback === 0 ? t("invest.at_once") : t("verdict.after", { months: monthCount(payback) }),
    result: sekRound(result),
    loss: result == null ? "" : sekRound(Math.abs(result)),
    more: saving == null ? "" : sekRound(Math.abs(saving)),
    highest: sekRound(investment.saving_of_all_short),
  };
}

/** The saving does not even cover what the investment costs each month, and it has no end. */
const neverPaid = (app: App, { verdict, payback_months, saving_per_month, monthly }: Investment) =>
  verdict === "carries_not" && payback_months == null && (saving_per_month ?? Infinity) <= monthly && app.state.settings.investment?.months == null;

/** The sentence after the verdict. */
function secondText(app: App, now: Investment, words: ReturnType<typeof answer>) {
  if (now.verdict === "needs") return t("verdict.needs.more", words);
  if (now.needed_percent == null || now.verdict === "no_cost" || now.verdict === "needs_more_than_all") return "";
  const needed = !reachable(now) ? "verdict.needed.too_much" : now.effect_long ? "verdict.needed.only_short" : "verdict.needed";
  return [neverPaid(app, now) && t("verdict.never"), t(needed, words)].filter(Boolean).join(" ");
}

function figures(app: App, now: Investment) {
  const { payback_months: payback, needed_full_time_equivalents: posts } = now;
  const needed = reachable(now);
  const amount = (value: number | null | undefined) => (value == null ? null : sekRound(value));
  const all: [figure: string, text: string | null][] = [
    ["needed_short_net_days", needed && now.needed_short_net_days != null ? days(now.needed_short_net_days, true) : null],
    ["needed_percent", needed ? percent(now.needed_percent, 1, true) : null],
    ["needed_full_time_equivalents", !needed || posts == null ? null : posts < 0.01 ? t("invest.less_than", { value: plain(0.01, 2) }) : plain(posts, 2)],
    ["saving_per_month", amount(now.saving_per_month)],
    ["highest_cost", (now.highest_cost ?? 0) > 0 ? amount(now.highest_cost) : null],
    ["payback_months", payback == null ? (neverPaid(app, now) ? t("invest.never") : null) : payback === 0 ? t("invest.at_once") : monthCount(payback)],
    ["result_at_horizon", amount(now.result_at_horizon)],
  ];
  const name = (id: string) =>
    id === "needed_short_net_days" && now.effect_long ? t("invest.only_short", { what: t(`invest.${id}`) }) : t(`invest.${id}`);
  return all.filter((one): one is [string, string] => one[1] !== null).map(([id, text]) =>
    h("div", null, h("dt", null, name(id)),
      h("dd", null, id === "payback_months" && payback == null ? text : figureButton(app, { scope: "investment", figure: id, id: `figure-${id}` }, text))));
}

export function investment(app: App): Part {
  const fields = FIELDS.map(({ id, unit }) => new NumberField(app, {
    id: `invest-${id}`, label: t(`invest.${id}`), unit: t(`unit.${unit}.short`), help: t(`invest.${id}.help`),
    change: (value) => app.setInvestment({ [id]: value } as Partial<InvestmentSettings>),
  }));
  const effects = EFFECTS.map((id) => effectField(app, id));
  const sentence = h("p", { class: "headline", id: "verdict" });
  const more = h("p", { class: "headline-more", id: "verdict-more" });
  const basis = h("p", { class: "quiet", id: "verdict-basis" });
  const elsewhere = h("p", { class: "trouble screen-only", hidden: true });
  const paper = h("p", { class: "print-only", id: "paper-investment" });
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
    h("div", { class: "verdict", role: "group", "aria-labelledby": "verdict" }, sentence, more, basis, elsewhere), result, paper);

  return {
    el,
    update(view) {
      if (!show(el, isUsable(view)) || !view) return;
      const { investment: now } = view;
      setText(paper, paperText(app, now));
      const given = app.state.settings.investment ?? {};
      FIELDS.forEach(({ id }, at) => {
        const field = fields[at];
        const value = given[id];
        field?.update(value ?? (id === "horizon" ? now.horizon : null), problemText(id, now.problems[id]));
        if (id === "horizon") field?.say(value == null && h("p", { class: "quiet" }, t("invest.horizon.default", { count: HORIZON })));
      });
      for (const effect of effects) effect.update(given[effect.id] ?? null, problemText(effect.id, now.problems[effect.id]));

      const wrong = [...FIELDS.map(({ id }) => id), ...EFFECTS]
        .filter((id) => now.problems[id] != null || app.state.drafts.has(`invest-${id}`))
        .map((id) => ({ field: `invest-${id}`, label: t(`invest.${id}`) }));
      el.classList.toggle("refused", wrong.length > 0);
      if (!show(result, wrong.length === 0)) {
        put(sentence, ...refusedText("verdict.refused", wrong));
        for (const part of [more, basis, elsewhere]) show(part, false);
        return;
      }
      const words = answer(now);
      const entered = now.verdict !== "no_cost";
      const dearer = now.verdict === "no_saving" && (now.highest_cost ?? 0) < 0;
      const changed = ANSWERS.some((figure) => isChanged(app, figure, "investment"));
      put(sentence, t(dearer ? "verdict.costs_more" : `verdict.${now.verdict}`, words), changed && entered && changedMark());
      el.classList.toggle("unanswered", !entered || now.verdict === "no_value");
      setText(more, secondText(app, now, words));
      show(more, more.textContent !== "");
      const valued = now.value_short_day != null;
      show(basis, true);
      put(basis, ...(entered && valued ? [t("invest.basis", {
        short: sek(now.value_short_day), long: sek(now.value_long_day), count: now.baseline_months,
        days: days(now.short_net_days_per_year), method: t(`method.${view.method.id}.inline`),
      }), " ", kindBadge(now.kind)] : []));
      put(measures, ...(entered ? figures(app, now) : []));
      chart.update(now);
      put(rows, ...now.curve.map((point) => h("tr", null,
        h("th", { scope: "row" }, plain(point.month, 1)), h("td", { class: "number" }, plain(point.cost)), h("td", { class: "number" }, plain(point.saving)))));
      show(fold.el, entered && !chart.el.hidden);
      const others = entered ? refusedFields(app, view) : [];
      if (show(elsewhere, others.length > 0)) put(elsewhere, ...refusedText("refused", others));
    },
  };
}
