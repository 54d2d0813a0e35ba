// What it costs: the sentence, three layers that are never mixed, month by month, and unit by unit.
import type { App, Part } from "../app";
import { monthsChart } from "../charts/months";
import { h, put, setText, show } from "../dom";
import { date, fixed, month, percentFixed, plain, sek, sekRound, sentence } from "../format";
import type { View } from "../types";
import { t } from "../words";
import { forTotal, headline, inSpan } from "./headline";
import { monthsTable } from "./months-table";
import { BEGUN } from "./questions";
import { opening } from "./opening";
import { Disclosure, Segmented, figureButton, goTo, isUsable, kindBadge, markIfChanged, section } from "./pieces";
import { changedBanner } from "./rules";
import { units } from "./units";
import { fieldId, refusedFields, refusedText } from "./workplace";

const LAYERS = ["sick_pay", "labour_cost", "estimated_total"] as const;

/** A way to the first value that is missing. */
export function askFor(view: View) {
  const first = forTotal(view)[0];
  return first ? goTo(t("asks.go", { what: t(`input.${first}.inline`) }), fieldId(first)) : false;
}

/** Between what amounts the answer lies while it is not known when the first spells began. */
function rangeOf({ in_span: { if_begun_earlier: range } }: View): [low: string, high: string] {
  const [low, high] = (range?.estimated_total ?? range?.sick_pay ?? []) as number[];
  const round: [string, string] = [sekRound(low), sekRound(high)];
  return round[0] === round[1] ? [sek(low), sek(high)] : round;
}

function layers(app: App, view: View) {
  const period = inSpan(view);
  return LAYERS.map((id) => {
    const method = id === "estimated_total" ? t(`method.${view.method.id}.inline`) : "";
    const value = period[id];
    return figureButton(app, { scope: view.span, figure: id, id: `figure-${id}`, look: `layer layer-${id}` },
      h("span", { class: "layer-name" }, t(`layer.${id}`)),
      h("span", { class: "layer-value" }, value == null ? t("layer.unknown") : sekRound(value)),
      value == null ? h("span") : kindBadge(period.kinds[id]),
      h("span", { class: "quiet" }, t(`layer.${id}.about`, { method })),
      h("span", { class: "how" }, t(value == null ? "layer.missing" : "layer.how")));
  });
}

function facts(app: App, view: View) {
  const period = inSpan(view);
  const days = (value: number | null | undefined) => (value == null ? null : fixed(value, 1));
  const count = (value: number | null | undefined) => (value == null ? null : plain(value));
  const all: [string, string | null][] = [
    ["net_days", days(period.net_days)],
    ["short_net_days", days(period.short_net_days)],
    ["long_net_days", days(period.long_net_days)],
    ["absence_percent", period.absence_percent == null ? null : percentFixed(period.absence_percent, 1)],
    ["net_days_per_employee", days(period.net_days_per_employee)],
    ["full_time_equivalents", days(period.full_time_equivalents)],
    ["spells", count(period.spells)],
    ["sick_pay_periods", count(period.sick_pay_periods)],
    ["waiting_deductions", count(period.waiting_deductions)],
  ];
  return all
    .filter((fact): fact is [string, string] => fact[1] !== null)
    .map(([id, value]) => h("div", null, h("dt", null, t(`fact.${id}`)), h("dd", null, value, " ", markIfChanged(app, id))));
}

export function cost(app: App): Part {
  const span = new Segmented<View["span"]>(t("span.title"), "span",
    (["year_to_date", "last_twelve_months", "total"] as const).map((value) => ({ value, text: t(`span.${value}`) })),
    (value) => app.set({ span: value }));
  const when = h("p", { class: "when" });
  const refused = h("p", { class: "trouble screen-only", id: "refused" });
  const first = h("p", { class: "headline", id: "headline" });
  const second = h("p", { class: "headline-more", id: "headline-more" });
  const spread = h("p", { class: "headline-range", id: "headline-range" });
  const action = h("p", { class: "screen-only" });
  const figures = h("div", { class: "layers" });
  const notSum = h("p", { class: "quiet not-sum", id: "not-a-sum" }, t("layer.not_a_sum"));
  const gaps = h("p", { class: "quiet", id: "gaps" });
  const measures = h("dl", { class: "facts" });
  const chart = monthsChart();
  const table = monthsTable(app);
  const fold = new Disclosure(app, "months", { closed: t("table.show"), open: t("table.hide") }, table.el);
  const perUnit = units(app);
  const levels = opening(app);
  const changed = changedBanner(app);
  const el = section("cost", t("cost.title"),
    levels.el, changed.el, h("div", { class: "span-row" }, span.el, when), refused, first, second, spread, action, figures, notSum, gaps,
    h("h3", null, t("facts.title")), measures,
    h("h3", null, t("months.title")), chart.el, fold.el, perUnit.el);

  return {
    el,
    update(view) {
      if (!show(el, isUsable(view)) || !view) return;
      const period = inSpan(view);
      levels.update(view);
      changed.update(view);
      span.update(view.span);
      setText(when, view.as_of ? sentence(t("as_of", { date: date(view.as_of) })) : "");
      const wrong = refusedFields(app, view);
      put(refused, ...(wrong.length > 0 ? refusedText("refused", wrong) : []));
      const words = headline(view, (figure) => markIfChanged(app, figure));
      put(first, ...words.first);
      setText(second, words.second);
      const [low, high] = rangeOf(view);
      put(spread, ...(low === high ? [] : [t("headline.range", { low, high }), " ", h("span", { class: "screen-only" }, goTo(t("headline.range.go"), BEGUN))]));
      show(spread, low !== high);
      const ask = period.estimated_total == null && askFor(view);
      put(action, ask);
      show(action, ask !== false);
      // A figure that has been opened keeps the focus when it is drawn anew.
      const focused = figures.contains(document.activeElement) ? document.activeElement?.id : undefined;
      put(figures, ...layers(app, view));
      if (focused) document.getElementById(focused)?.focus();
      const lacking = period.months_with_data < period.months;
      const short = view.span === "last_twelve_months" && period.months < 12 && period.first_month;
      setText(gaps, [
        short && t("gaps.begins", { month: month(short) }),
        lacking && t("gaps", { with: plain(period.months_with_data), count: period.months }),
      ].filter(Boolean).join(" "));
      show(gaps, gaps.textContent !== "");
      show(notSum, view.method.id !== "fk" && period.estimated_total != null);
      put(measures, ...facts(app, view));
      chart.update(view);
      table.update(view);
      perUnit.update(view);
    },
  };
}
