// The answer: one sentence, what it rests on, and the figures that open.
import type { App } from "../app";
import { h, type Child } from "../dom";
import { days, exact, inline, list, percent, plain, sekRound, whole, type Unit } from "../format";
import { t } from "../words";
import { caseOf, givenOf, type Case, type CaseId, type Investment, shownCase } from "./case-fields";
import { figureButton } from "./pieces";

/** Figures that the verdict speaks of. */
export const ANSWERS = ["needed_percent", "needed_short_net_days", "saving_per_month", "highest_cost", "payback_months", "result_at_horizon"];

/** Without an effect, a break-even that lies beyond all short absence is none. */
const reachable = ({ needed_percent }: Case) => needed_percent != null && needed_percent <= 100;

export const monthCount = (value: number) => t("unit.months", { value: whole(value), count: Math.ceil(value) });

/** How likely, in words that do not promise more than draws can tell. */
export function likely(share: number) {
  if (share > 99) return t("draws.almost_all");
  if (share < 1) return t("draws.almost_none");
  return percent(share, 0);
}

/** What is expected, within a sentence. */
function effectText(app: App, { effect_short, effect_long }: Case) {
  const both = [["short", effect_short], ["long", effect_long]] as const;
  const parts = both.flatMap(([id, value]) =>
    value == null ? [] : [t(`verdict.${id}.${value < 0 ? "grows" : "falls"}`, { percent: percent(Math.abs(value)) })]);
  const others = (["effect_spells", "effect_replacement", "effect_production", "effect_leavers"] as const).filter((id) => givenOf(app, id) != null);
  return list([...parts, ...others.map((id) => t(`verdict.${id}`, { value: exact(givenOf(app, id), id === "effect_leavers" ? "count" : "percent") }))]);
}

export function answer(app: App, now: Case, { horizon }: Investment) {
  const { payback_months: payback, result_at_horizon: result, highest_cost: saving } = now;
  return {
    effect: effectText(app, now),
    horizon: monthCount(horizon),
    cost: sekRound(now.cost),
    percent: percent(now.needed_percent, 1, true),
    days: days(now.needed_short_net_days, true),
    payback: payback == null ? "" : payback === 0 ? t("invest.at_once") : t("verdict.after", { months: monthCount(payback) }),
    result: sekRound(result),
    loss: result == null ? "" : sekRound(Math.abs(result)),
    more: saving == null ? "" : sekRound(Math.abs(saving)),
    highest: sekRound(now.saving_of_all_short),
  };
}

/** The saving does not even cover what the investment costs each month, and it has no end. */
const neverPaid = (app: App, { verdict, payback_months, saving_per_month, monthly }: Case) =>
  verdict === "carries_not" && payback_months == null && (saving_per_month ?? Infinity) <= monthly && caseOf(app).months == null;

/** The sentence itself. */
export function verdictText(now: Case, { perspective }: Investment, words: ReturnType<typeof answer>) {
  if (now.verdict === "no_value" && (perspective === "state" || perspective === "employee")) {
    return t("verdict.no_value.concerned", { who: t(`perspective.${perspective}.inline`) });
  }
  if (now.verdict === "pays_nothing") return t(now.highest_cost == null ? "verdict.pays_nothing" : (now.highest_cost < 0 ? "verdict.pays_nothing.loses" : "verdict.pays_nothing.saves"), words);
  const dearer = now.verdict === "no_saving" && (now.highest_cost ?? 0) < 0;
  return t(dearer ? "verdict.costs_more" : `verdict.${now.verdict}`, words);
}

/** The sentence after it. */
export function secondText(app: App, now: Case, words: ReturnType<typeof answer>) {
  if (now.verdict === "needs") return t("verdict.needs.more", words);
  if (now.needed_percent == null || ["no_cost", "no_time", "needs_more_than_all", "pays_nothing"].includes(now.verdict)) return "";
  const needed = !reachable(now) ? "verdict.needed.too_much" : now.effect_long ? "verdict.needed.only_short" : "verdict.needed";
  return [neverPaid(app, now) && t("verdict.never"), t(needed, words)].filter(Boolean).join(" ");
}

/** The figures, in groups: what is needed, and what the entered effect gives. */
export function facts(app: App, now: Case) {
  const { payback_months: payback, needed_full_time_equivalents: posts } = now;
  const needed = reachable(now);
  const amount = (value: number | null | undefined) => (value == null ? null : sekRound(value));
  const share = (value: number | null | undefined) => (value == null || value > 100 ? null : percent(value, 1, true));
  const key = String(shownCase(app));
  const groups: [title: string, figures: [figure: string, text: string | null][]][] = [
    ["invest.needed", [
      ["needed_short_net_days", needed && now.needed_short_net_days != null ? days(now.needed_short_net_days, true) : null],
      ["needed_percent", needed ? percent(now.needed_percent, 1, true) : null],
      ["needed_spells", needed && now.needed_spells != null ? whole(now.needed_spells) : null],
      ["needed_full_time_equivalents", !needed || posts == null ? null : posts < 0.01 ? t("invest.less_than", { value: plain(0.01, 2) }) : plain(posts, 2)],
      ["needed_long_net_days", share(now.needed_long_percent) && days(now.needed_long_net_days, true)],
      ["needed_long_percent", share(now.needed_long_percent)],
      ["needed_both_percent", share(now.needed_both_percent)],
    ]],
    ["invest.gives", [
      ["saving_per_month", amount(now.saving_per_month)],
      ["highest_cost", (now.highest_cost ?? 0) > 0 ? amount(now.highest_cost) : null],
      ["result_at_horizon", amount(now.result_at_horizon)],
      ["return_percent", now.return_percent == null ? null : percent(now.return_percent, 0)],
      ["benefit_cost", now.benefit_cost == null ? null : t("invest.per_krona", { value: plain(now.benefit_cost, 2) })],
      ["payback_months", payback == null ? (neverPaid(app, now) ? t("invest.never") : null) : payback === 0 ? t("invest.at_once") : monthCount(payback)],
      ["cost_of_waiting", (now.result_at_horizon ?? 0) > 0 ? amount(now.cost_of_waiting) : null],
    ]],
  ];
  const name = (id: string) =>
    id === "needed_short_net_days" && now.effect_long ? t("invest.only_short", { what: t(`invest.${id}`) }) : t(`invest.${id}`);
  const fact = ([id, text]: [string, string]) => h("div", null, h("dt", null, name(id)),
    h("dd", null, id === "payback_months" && payback == null ? text : figureButton(app, { scope: "investment", key, figure: id, id: `figure-${id}` }, text)));
  return groups.flatMap(([title, figures]): Child[] => {
    const known = figures.filter((one): one is [string, string] => one[1] !== null);
    return known.length > 0 ? [h("h3", null, t(title)), h("dl", { class: "facts" }, ...known.map(fact))] : [];
  });
}

/** Settings of a case that are told on paper, where the fields are gone. */
const TOLD: [CaseId, Unit][] = [
  ["start", "sek"], ["monthly", "sek_per_month"], ["yearly", "sek"], ["per_employee", "sek"], ["hours", "hours"], ["hours_monthly", "hours"],
  ["participants", "count"], ["months", "months"], ["effect_short", "percent"], ["effect_long", "percent"], ["effect_spells", "percent"],
  ["effect_replacement", "percent"], ["effect_production", "percent"], ["effect_leavers", "count"], ["delay", "months"], ["ramp", "months"],
  ["duration", "months"], ["fading", "months"], ["share", "percent"],
];

/** What was entered, for paper; and the horizon whoever set it. */
export function paperText(app: App, now: Case, { horizon }: Investment) {
  if (now.verdict === "no_cost") return "";
  const inDays = caseOf(app).effect_unit === "days_per_employee";
  const unit = (id: CaseId, of: Unit): Unit => (inDays && (id === "effect_short" || id === "effect_long") ? "net_days" : of);
  const values = TOLD.filter(([id]) => givenOf(app, id) != null && !now.problems[id])
    .map(([id, of]) => `${inline(t(`invest.${id}`))} ${exact(givenOf(app, id), unit(id, of))}`);
  return t("invest.paper", { values: [...values, `${inline(t("invest.horizon"))} ${exact(horizon, "months")}`].join(", ") });
}
