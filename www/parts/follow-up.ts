// What came of it: months after against the same months before, what that is worth, and how sure it is.
import type { App, Part } from "../app";
import { monthsApartChart } from "../charts/months-apart";
import { h, put, setText, show } from "../dom";
import { fixed, month, monthRange, monthShort, percent, plain, sekRound } from "../format";
import type { FollowUpMonth, FollowUpResult, FollowUpView, View } from "../types";
import { t } from "../words";
import { followUpFields, set } from "./follow-up-fields";
import { Fold, Sheet } from "./folds";
import { Disclosure, figureButton, goTo, kindBadge } from "./pieces";
import { refusedText } from "./workplace";

const FIGURES = ["change", "days_saved", "saving", "cost_so_far", "net", "saving_extrapolated", "net_extrapolated"] as const;
/** The names by which the core explains them. */
const NAMES: Record<(typeof FIGURES)[number], string> = {
  change: "change_per_employee", days_saved: "days_saved", saving: "follow_up_saving", cost_so_far: "cost_so_far", net: "follow_up_net",
  saving_extrapolated: "saving_extrapolated", net_extrapolated: "net_extrapolated",
};
/** A change in days nearer to nothing than this is shown as none. */
const NOTHING = 0.005;

const two = (value: number | null | undefined) => plain(value, 2);
const signed = (value: number) => (value > 0 ? `+${two(value)}` : two(value));

/** Whether the user has asked for anything: what is proposed is told only inside. */
const asked = (app: App) => Object.values(app.state.settings.follow_up ?? {}).some((value) => value != null && (!Array.isArray(value) || value.length > 0));

/** What changed, and against what. */
function changeText(now: FollowUpView, result: FollowUpResult) {
  const how = Math.abs(result.change) < NOTHING ? "same" : result.change < 0 ? "fell" : "grew";
  const against = now.units.some(({ comparison }) => comparison) ? "comparison" : now.index?.used ? "index" : "plain";
  return t("follow.answer", {
    change: t(`follow.${how}.${now.measure}`, { days: two(Math.abs(result.change)), count: Math.abs(result.change) }),
    against: t(`follow.against.${against}`), count: result.months,
  });
}

/** What that is worth beside what it has cost. */
function worthText({ saving, cost_so_far: cost, net }: FollowUpResult) {
  const loss = saving != null && saving < 0;
  const words = { saving: sekRound(saving == null ? null : Math.abs(saving)), cost: sekRound(cost), net: sekRound(net == null ? null : Math.abs(net)) };
  return [
    saving != null && t(loss ? "follow.worth.loss" : "follow.worth", words),
    cost != null && net == null && t("follow.cost", words),
    cost != null && net != null && t(net < 0 ? "follow.net.short" : "follow.net", words),
  ].filter(Boolean).join(" ");
}

/** How much of it chance may explain. */
function chanceText({ uncertainty, change, months }: FollowUpResult, compared: boolean) {
  if (!uncertainty) return t("follow.too_few", { count: months });
  const { low, high, fell, drawn } = uncertainty;
  const clear = change < 0 ? high < 0 : low > 0;
  return [
    t(`follow.chance.${drawn}`, { low: signed(low), high: signed(high), percent: percent(fell, 0) }),
    t(clear ? "follow.chance.clear" : "follow.chance.unclear"),
    t(compared ? "follow.cause.compared" : "follow.cause"),
  ].join(" ");
}

/** Why there is no answer. */
function lackText(app: App, now: FollowUpView, view: View) {
  if (Object.keys(now.problems).some((id) => ["reference", "follow_up"].includes(id))) return [t("follow.periods.mend")];
  if (now.reference_from == null) return [t(now.available.length < 24 && !asked(app) ? "follow.short_data" : "follow.periods.ask")];
  const lacks = now.months.find(({ lacks }) => lacks === "no_employees" || lacks === "no_split")?.lacks ?? now.months.find(({ lacks }) => lacks)?.lacks;
  const go = { no_employees: "headcount", no_split: "short_share" }[lacks ?? ""];
  const input = go && view.inputs.some(({ id }) => id === go) && document.getElementById(`input-${go}`);
  return [t(lacks ? `follow.none.${lacks}` : "follow.none"), input && " ", input && goTo(t("asks.go", { what: t(`input.${go}.inline`) }), input.id)];
}

export function followUp(app: App): Part {
  const fields = followUpFields(app);
  const sentence = h("p", { class: "headline", id: "follow-answer" });
  const more = h("p", { class: "headline-more", id: "follow-worth" });
  const chance = h("p", { class: "quiet", id: "follow-chance" });
  const basis = h("p", { class: "quiet", id: "follow-basis" });
  const figures = new Sheet(t("follow.figures"));
  const chart = monthsApartChart();
  const table = new Sheet(t("follow.table"));
  const fold = new Disclosure(app, "follow-months", { closed: t("follow.table.show"), open: t("follow.table.hide") },
    h("p", { class: "quiet screen-only" }, t("follow.disturbed.help")), table.el);
  const result = h("div", { class: "follow-result" }, figures.el, chart.el, fold.el);
  const own = new Fold(app, "follow", true, fields.el,
    h("div", { class: "verdict", role: "group", "aria-labelledby": "follow-answer" }, sentence, more, chance, basis), result);

  const button = (key: string, figure: (typeof FIGURES)[number], text: string) =>
    figureButton(app, { scope: "follow_up", key, figure: NAMES[figure], id: `figure-follow-${figure}${key && "-all"}` }, text);
  const amount = (figure: (typeof FIGURES)[number], value: number) =>
    figure === "change" ? fixed(value, 2) : figure === "days_saved" ? plain(value) : sekRound(value);

  let shown = "";
  function showFigures({ result: first, result_with_disturbed: second }: FollowUpView) {
    if (!first) return;
    const results = [["", first] as const, ...(second ? [["with_disturbed", second] as const] : [])];
    const heads = second ? [t("follow.without"), t("follow.with_disturbed")] : [t("follow.value")];
    figures.update([t("follow.figure"), ...heads], FIGURES.filter((figure) => first[figure] != null).map((figure) => ({
      name: t(`follow.row.${figure}`),
      cells: results.map(([key, result]) => {
        const value = result[figure];
        return value == null ? "–" : button(key, figure, amount(figure, value));
      }),
    })));
  }

  function monthRow(one: FollowUpMonth, columns: Column[]) {
    const box = h("input", {
      type: "checkbox", id: `follow-disturbed-${one.month}`, checked: one.disturbed, "aria-label": t("follow.disturbed.month", { month: month(one.month) }),
      onchange: () => {
        const now = app.state.settings.follow_up?.disturbed ?? [];
        set(app, { disturbed: now.includes(one.month) ? now.filter((other) => other !== one.month) : [...now, one.month] });
      },
    });
    const why = one.lacks != null ? t(`follow.lacks.${one.lacks}`) : one.units_left_out > 0 ? t("follow.left_out", { count: one.units_left_out }) : "";
    return {
      name: h("span", null, monthShort(one.month), why && h("span", { class: "quiet why" }, why)),
      cells: [h("span", { class: "screen-only" }, box), ...columns.map((column) => column === "difference" && one.difference != null
        ? figureButton(app, { scope: "follow_up", key: one.month, figure: "month_change", id: `figure-follow-${one.month}` }, fixed(one.difference, 2))
        : fixed(one[column], 2))],
    };
  }

  function showMonths(now: FollowUpView) {
    const adjusted = (now.index?.used ?? 0) > 0;
    const compared = now.units.some(({ comparison }) => comparison);
    const columns: Column[] = ["reference", ...(adjusted ? ["expected" as const] : []), "actual", ...(compared ? ["comparison" as const] : []), "difference"];
    table.update([t("follow.month"), t("follow.disturbed"), ...columns.map((column) => t(`follow.column.${column}`))], now.months.map((one) => monthRow(one, columns)), [1]);
    const description = t("follow.chart.text", { period: monthRange(now.follow_up_from, now.follow_up_to) });
    chart.update({ months: now.months, adjusted, description });
  }

  return {
    el: own.el,
    update(view) {
      const now = view?.follow_up;
      if (!view || !now || !show(own.el, now.available.length > 1)) return;
      const told = asked(app);
      own.el.classList.toggle("screen-only", !told);
      fields.update(view, now);
      const wrong = fields.refused(now);
      const { result: answer } = now;
      const usable = answer != null && wrong.length === 0;
      own.say(told && usable ? changeText(now, answer) : t("follow.line"));
      own.el.classList.toggle("unanswered", !usable);
      if (wrong.length > 0) put(sentence, ...refusedText("verdict.refused", wrong));
      else if (answer) put(sentence, changeText(now, answer));
      else put(sentence, ...lackText(app, now, view));
      setText(more, usable ? worthText(answer) : "");
      show(more, more.textContent !== "");
      setText(chance, usable && !now.proposed ? chanceText(answer, now.units.some(({ comparison }) => comparison)) : "");
      put(basis, ...(usable && answer.saving != null ? [t("follow.basis", { count: now.employees ?? 0, value: valueText(now) }), " ", kindBadge(answer.kind)] : []));
      show(result, wrong.length === 0 && now.months.length > 0);
      show(figures.el, usable);
      // A slider of an investment changes nothing of what has been.
      const known = JSON.stringify([now, view.overridden]);
      if (known === shown) return;
      shown = known;
      showFigures(now);
      showMonths(now);
    },
  };
}

type Column = "reference" | "expected" | "actual" | "comparison" | "difference";

/** What a day is worth, within a sentence. */
const valueText = (now: FollowUpView) => now.value_per_day != null
  ? t("follow.basis.one", { value: sekRound(now.value_per_day) })
  : t("follow.basis.two", { short: sekRound(now.value_short_day), long: sekRound(now.value_long_day) });
