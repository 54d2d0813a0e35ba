// Does it pay: a few values, one sentence, and the rest for who asks further.
import type { App, Part } from "../app";
import { curveChart } from "../charts/curve";
import { h, put, setText, show } from "../dom";
import { days, exact, percent, plain, sek } from "../format";
import type { Draws } from "../simulation";
import type { CaseSettings } from "../types";
import { t } from "../words";
import { cards } from "./cards";
import { caseOf, CaseField, Choice, EffectField, ends, shownCase } from "./case-fields";
import { certainty } from "./certainty";
import { caseName, compare, concerned } from "./compare";
import { contract } from "./contract";
import { renew } from "./folds";
import { Disclosure, changedMark, isChanged, isUsable, kindBadge, scroller, section } from "./pieces";
import { ANSWERS, answer, facts, paperText, secondText, verdictText } from "./verdict";
import { refusedFields, refusedText } from "./workplace";

const HORIZON = 12;
const MOST = 5;

/** Tabs of the investments, their name, and ways to add and take away. */
function tabs(app: App): Part {
  const list = h("fieldset", { class: "segmented", id: "cases" }, h("legend", { class: "sr" }, t("invest.cases")));
  const name = h("input", {
    id: "invest-name", type: "text", autocomplete: "off", maxlength: 60,
    oninput: () => app.setCase({ name: name.value }),
  });
  const named = h("div", { class: "field" }, h("div", { class: "field-name" }, h("label", { for: "invest-name" }, t("invest.name"))), h("div", { class: "field-value" }, h("span", { class: "field-box" }, name)));
  const cases = () => app.state.settings.investment?.cases ?? [];
  /** Text that could not be read belongs to the investment that was shown. */
  function turn(at: number, all?: CaseSettings[]) {
    for (const id of [...app.state.drafts.keys()]) if (id.startsWith("invest-")) app.state.drafts.delete(id);
    app.setInvestment({ ...(all && { cases: all }), shown: at });
  }
  const add = h("button", { type: "button", class: "link", id: "add-case", onclick: () => turn(cases().length, [...cases(), {}]) }, t("invest.add"));
  const remove = h("button", {
    type: "button", class: "link", id: "remove-case",
    onclick: () => {
      const gone = shownCase(app);
      turn(Math.max(0, gone - 1), cases().filter((_, at) => at !== gone));
      document.getElementById("add-case")?.focus();
    },
  }, t("invest.remove"));
  const el = h("div", { class: "cases screen-only" }, h("div", { class: "cases-bar" }, list, add, remove), named);
  let shown = "";
  return {
    el,
    update() {
      const names = cases().map((_, at) => caseName(app, at));
      const several = names.length > 1;
      show(list, several);
      show(named, several);
      show(remove, several);
      show(add, names.length < MOST);
      if (document.activeElement !== name && name.value !== (caseOf(app).name ?? "")) name.value = caseOf(app).name ?? "";
      if (JSON.stringify(names) !== shown) {
        shown = JSON.stringify(names);
        const focused = document.activeElement?.id;
        put(list, h("legend", { class: "sr" }, t("invest.cases")), ...names.flatMap((text, at) => [
          h("input", { type: "radio", name: "case", id: `case-${at}`, value: at, onchange: () => turn(at) }), h("label", { for: `case-${at}` }, text),
        ]));
        if (focused?.startsWith("case-")) document.getElementById(focused)?.focus();
      }
      for (const input of list.querySelectorAll("input")) input.checked = Number(input.value) === shownCase(app);
    },
  };
}

export function investment(app: App, draws: Draws): Part {
  const bar = tabs(app);
  const simple = [new CaseField(app, "start", "base", true), new CaseField(app, "monthly", "base", true), new CaseField(app, "months", "base", true), new CaseField(app, "horizon", "base", true)];
  const horizon = simple[3] as CaseField;
  const costs = (["yearly", "per_employee", "hours", "hours_monthly", "participants", "hourly_cost", "price_growth"] as const).map((id) => new CaseField(app, id, "base", true));
  const unit = new Choice("invest-effect_unit", t("invest.effect_unit"), (value) => app.setCase({ effect_unit: value as "percent" | "days_per_employee" }));
  const effects = [new EffectField(app, "effect_short"), new EffectField(app, "effect_long")];
  const others = (["effect_spells", "effect_replacement", "effect_production", "effect_leavers", "value_spell"] as const).map((id) => new CaseField(app, id, "base", true));
  const othersEnds = (["effect_spells", "effect_replacement", "effect_production", "effect_leavers"] as const).map((id) => ends(app, id));
  const times = (["delay", "ramp", "duration", "fading"] as const).map((id) => new CaseField(app, id, "base", true));
  const group = new Choice("invest-unit", t("invest.unit"), (value) => {
    const [department, name] = value === "" ? [] : (JSON.parse(value) as [string | null, string]);
    app.setCase({ unit: name ?? null, department: department ?? null });
  });
  const share = new CaseField(app, "share", "base", true);
  const discount = new CaseField(app, "discount", "base", true);
  const perspective = new Choice("invest-perspective", t("invest.perspective"), (value) => app.setInvestment({ perspective: value as "employer" }), t("invest.perspective.help"));
  const fold = (id: string, ...children: Node[]) => {
    const one = new Disclosure(app, `invest-${id}`, { title: t(`invest.fold.${id}`), closed: t("rules.show"), open: t("rules.hide") }, ...children);
    one.el.classList.add("screen-only");
    return one;
  };
  const folds = [
    fold("costs", ...costs.map((field) => field.el)),
    fold("time", h("p", { class: "quiet" }, t("invest.fold.time.help")), ...times.map((field) => field.el)),
    fold("group", group.el, share.el),
    fold("others", h("p", { class: "quiet" }, t("invest.fold.others.help")), ...others.map((field) => field.el), ...othersEnds.map((one) => one.el)),
    fold("way", discount.el, perspective.el),
  ];
  const start = cards(app);
  const all = [...simple, ...costs, ...effects.map(({ field }) => field), ...others, ...times, share, discount];

  const sentence = h("p", { class: "headline", id: "verdict" });
  const more = h("p", { class: "headline-more", id: "verdict-more" });
  const basis = h("p", { class: "quiet", id: "verdict-basis" });
  const elsewhere = h("p", { class: "trouble screen-only", hidden: true });
  const paper = h("p", { class: "print-only", id: "paper-investment" });
  const measures = h("div", { id: "invest-facts" });
  const chart = curveChart();
  const rows = h("tbody");
  const heads = ["curve.month", "curve.cost", "curve.saving"];
  const table = scroller(t("curve.table"), h("table", { class: "figures" }, h("caption", null, t("curve.table")),
    h("thead", null, h("tr", null, ...heads.map((head, at) => h("th", { scope: "col", class: at > 0 ? "number" : null }, t(head))))), rows));
  const tableFold = new Disclosure(app, "curve", { closed: t("table.show"), open: t("table.hide") }, table);
  tableFold.body.classList.add("screen-only");
  tableFold.opened = () => app.refreshInvestments();
  const line = h("p", { class: "quiet", id: "break-even" });
  const undiscounted = h("p", { class: "quiet", id: "undiscounted" });
  const sure = certainty(app, draws);
  const beside = compare(app, sure.drawn);
  const whom = concerned(app);
  const result = h("div", null, measures, line, undiscounted, chart.el, tableFold.el);
  const agreed = contract(app);
  const further = h("div", null, sure.el, beside.el, whom.el);
  const el = section("investment", t("invest.title"),
    h("p", { class: "lead screen-only" }, t("invest.lead")), bar.el,
    h("div", { class: "fields screen-only" }, ...simple.map((field) => field.el)),
    h("fieldset", { class: "effects screen-only" }, h("legend", null, t("invest.effect")), h("p", { class: "quiet" }, t("invest.effect.help")),
      ...effects.map((one) => one.el), unit.el, start.el),
    h("div", { class: "case-folds" }, ...folds.map((one) => one.el)),
    h("div", { class: "verdict", role: "group", "aria-labelledby": "verdict" }, sentence, more, basis, elsewhere), result, further, h("div", { class: "folds" }, agreed.el), paper);

  return {
    el,
    update(view) {
      if (!show(el, isUsable(view)) || !view) return;
      const { investment: shared } = view;
      const now = shared.cases[shownCase(app)];
      if (!now) return;
      bar.update(view);
      agreed.update(view);
      setText(paper, paperText(app, now, shared));
      const used: Partial<Record<string, number | null | undefined>> = {
        horizon: shared.horizon, discount: shared.discount, hourly_cost: shared.hourly_cost_default, participants: now.participants,
      };
      for (const field of all) if (!effects.some((one) => one.field === field)) field.update(shared, used[field.id] ?? null);
      for (const effect of effects) effect.update(shared);
      for (const one of othersEnds) one.update(shared);
      const given = app.state.settings.investment ?? {};
      horizon.say(given.horizon == null && h("p", { class: "quiet" }, t("invest.horizon.default", { count: HORIZON })));
      const rule = view.rules.find(({ id }) => id === "discount_rate");
      discount.say(!shared.discount_given && h("p", { class: "quiet" }, t("invest.discount.default", { source: rule?.source ?? "" })));
      unit.update([["percent", t("invest.in_percent")], ["days_per_employee", t("invest.in_days")]], caseOf(app).effect_unit ?? "percent");
      perspective.update((["employer", "state", "employee", "society"] as const).map((id) => [id, t(`perspective.${id}`)]), shared.perspective);
      const place = (department: string | null | undefined, name: string) => JSON.stringify([department ?? null, name]);
      group.update([["", t("invest.everyone")], ...shared.units.map(({ unit: name, department }): [string, string] =>
        [place(department, name), department ? `${department}: ${name}` : name || t("units.unnamed")])],
      caseOf(app).unit == null ? "" : place(caseOf(app).department, caseOf(app).unit ?? ""));
      start.update(view);

      // A unit that is not in the part that is opened is not taken for everyone.
      const elsewhereUnit = now.problems["unit"] ? [{ field: "invest-unit", label: t("invest.unit") }] : [];
      const wrong = [...all.filter((field) => field.refused(shared)).map((field) => ({ field: field.dom, label: field.label() })), ...elsewhereUnit];
      el.classList.toggle("refused", wrong.length > 0);
      for (const part of [result, further]) show(part, wrong.length === 0);
      if (wrong.length > 0) {
        put(sentence, ...refusedText("verdict.refused", wrong));
        for (const part of [more, basis, elsewhere]) show(part, false);
        return;
      }
      const words = answer(app, now, shared);
      const entered = now.verdict !== "no_cost";
      const changed = ANSWERS.some((figure) => isChanged(app, figure, "investment"));
      renew(sentence, verdictText(now, shared, words), changed && entered && changedMark());
      el.classList.toggle("unanswered", !entered || now.verdict === "no_value");
      setText(more, secondText(app, now, words));
      show(more, more.textContent !== "");
      const valued = now.value_short_day != null;
      show(basis, true);
      renew(basis, ...(entered && valued ? [t(shared.perspective === "employer" ? "invest.basis" : "invest.basis.other_party", {
        short: sek(now.value_short_day), long: sek(now.value_long_day), count: shared.baseline_months,
        days: days(now.short_net_days_per_year), method: t(`method.${view.method.id}.inline`), who: t(`perspective.${shared.perspective}.inline`),
      }), " ", kindBadge(shared.kind)] : []));
      renew(measures, ...(entered ? facts(app, now) : []));
      const [from, to] = now.break_even;
      const both = entered && from != null && to != null;
      if (show(line, both) && from && to) {
        setText(line, t("invest.line", { short: exactPercent(from.across), long: exactPercent(from.down), short2: exactPercent(to.across), long2: exactPercent(to.down) }));
      }
      const discounted = entered && now.result_undiscounted != null && shared.discount > 0 && shared.horizon > HORIZON;
      if (show(undiscounted, discounted)) setText(undiscounted, t("invest.undiscounted", { discount: exact(shared.discount, "percent"), result: sek(now.result_undiscounted) }));
      chart.update(now);
      if (tableFold.isOpen) put(rows, ...now.curve.map((point) => h("tr", null,
        h("th", { scope: "row" }, plain(point.month, 1)), h("td", { class: "number" }, plain(point.cost)), h("td", { class: "number" }, plain(point.saving)))));
      show(tableFold.el, entered && !chart.el.hidden);
      show(further, entered);
      sure.update(view);
      beside.update(view);
      whom.update(view);
      const elsewhereWrong = entered ? refusedFields(app, view) : [];
      if (show(elsewhere, elsewhereWrong.length > 0)) put(elsewhere, ...refusedText("refused", elsewhereWrong));
    },
  };
}

const exactPercent = (value: number) => percent(value, 1);
