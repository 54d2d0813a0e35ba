// A figure opened into its steps: arithmetic that can be checked by hand, with units, rules and sources.
import type { App, Scope } from "../app";
import { h, put } from "../dom";
import { exact, month, type Unit } from "../format";
import type { FigureView, RuleView, StepView, View } from "../types";
import { has, t } from "../words";
import { openedName, unitName } from "./opening";
import { changedMark, goTo, isChanged, kindBadge } from "./pieces";
import { sourceText } from "./rules";
import { fieldId } from "./workplace";

type Operand = StepView["operands"][number];

/** The field that a missing value is given in. */
const whereIs = (id: string, scope: Scope) => {
  if (scope === "follow_up") return `follow-${{ investment_cost: "cost", run_months: "months" }[id] ?? id}`;
  if (scope === "production") return id === "production_answers" ? "production-before-health_affected" : `production-${id}`;
  return id.startsWith("effect_") ? `invest-${id}` : id === "value_short_day" ? "method-fk" : fieldId(id);
};

const named = (family: string, id: string, year: number | null | undefined) =>
  t(`${family}.${id}`) + (year == null ? "" : ` ${year}`);

/** The row that a value comes from: that of its year, else one that the result rests on. */
function ruleOf(rules: RuleView[], { rule: id, year }: Operand) {
  const same = rules.filter((rule) => rule.id === id);
  const rule = same.find(({ valid_from, valid_to }) => year != null && valid_from <= `${year}-12-31` && valid_to >= `${year}-01-01`) ?? same.find(({ used }) => used) ?? same[0];
  return rule ?? null;
}

function sign(form: StepView["form"], operand: Operand, first: boolean) {
  if (form === "product") return operand.per ? "÷" : first ? "" : "×";
  if (form === "sum") return operand.value < 0 ? "−" : first ? "" : "+";
  // What bounds the first from above, or from below.
  return first ? "" : form === "least" ? "≤" : form === "greatest" ? "≥" : "";
}

function step(view: StepView, rules: RuleView[]) {
  const rows = view.operands.map((operand, index) => {
    const mark = sign(view.form, operand, index === 0);
    // What a sum draws off carries its minus before it, once.
    const value = view.form === "sum" ? Math.abs(operand.value) : operand.value;
    const rule = operand.rule ? ruleOf(rules, operand) : null;
    const changed = rule?.overridden === true;
    const source = operand.given && !changed ? t("step.given") : rule ? sourceText(rule) : "";
    return [
      h("tr", { class: source ? "sourced" : null },
        h("td", { class: "op" }, mark),
        h("th", { scope: "row" }, named("operand", operand.id, operand.year)),
        h("td", { class: "number" }, exact(value, operand.unit, true), changed && " ", changed && changedMark())),
      source !== "" && h("tr", null, h("td"), h("td", { class: "source", colspan: 2 }, source)),
    ];
  });
  return h("li", null,
    h("h3", null, named("step", view.id, view.year)),
    h("table", { class: "steps" },
      h("caption", { class: "sr" }, named("step", view.id, view.year)),
      h("tbody", null, ...rows.flat()),
      h("tfoot", null, h("tr", null,
        h("td", { class: "op" }, "="),
        h("th", { scope: "row" }, t("step.result")),
        h("td", { class: "number" }, exact(view.result, view.unit, true))))));
}

export function figurePanel(app: App) {
  const title = h("h2", { id: "figure-title", tabindex: "-1" });
  const body = h("div", { class: "panel-body" });
  const el = h("dialog", { class: "panel", id: "figure-panel", "aria-labelledby": "figure-title" },
    h("div", { class: "panel-top" }, title,
      h("button", { type: "button", id: "figure-close", onclick: () => el.close() }, t("figure.close"))),
    body);
  // A click beside the panel closes it.
  el.addEventListener("click", (event) => {
    if (event.target === el) el.close();
  });

  function scopeText(scope: Scope, key: string, view: View) {
    if (scope === "month") return month(key);
    if (scope === "unit" || scope === "unit_in_span") return unitName(key.split("\t").at(-1));
    if (scope === "follow_up") return key === "" ? "" : key.includes("-") ? month(key) : t(`follow.${key}`);
    if (scope === "production") return key && t(`production.${key}`);
    if (scope === "forecast") return t("figure.forecast", { year: String(view.forecast.year) });
    return scope === "investment" ? "" : t(`span.${scope === "span" ? view.span : scope}`);
  }

  return {
    el,
    open(figure: FigureView, scope: Scope, key: string, view: View) {
      put(title, t(`figure.${figure.id}`));
      const where = [openedName(view), scopeText(scope, key, view)].filter(Boolean).join(" · ");
      const changed = isChanged(app, figure.id, scope);
      const missing = figure.missing.map((id) => {
        const what = t(has(`input.${id}.inline`) ? `input.${id}.inline` : `operand.${id}`);
        return h("li", null, document.getElementById(whereIs(id, scope)) ? goTo(t("asks.go", { what }), whereIs(id, scope)) : what);
      });
      for (const item of missing) item.firstElementChild?.addEventListener("click", () => el.close(), { capture: true });
      put(body,
        where && h("p", { class: "eyebrow" }, where),
        h("p", { class: "figure-value" }, exact(figure.value, figure.unit as Unit, true), " ", kindBadge(figure.kind), changed && " ", changed && changedMark()),
        changed && h("p", { class: "quiet" }, t("figure.changed")),
        h("p", { class: "quiet" }, t(`kind.${figure.kind}.about`)),
        missing.length > 0 && h("div", null, h("p", null, t("figure.missing")), h("ul", null, ...missing)),
        figure.steps.length + missing.length === 0 && h("p", null, t("figure.no_steps")),
        figure.steps.length > 0 && h("ol", { class: "step-list" }, ...figure.steps.map((one) => step(one, view.rules))),
        figure.caveats.length > 0 && h("div", { class: "caveats" }, h("h3", null, t("figure.caveats")),
          h("ul", null, ...figure.caveats.map((id) => h("li", null, t(`caveat.${id}`))))));
      el.showModal();
      title.focus();
      el.scrollTop = 0;
    },
  };
}

