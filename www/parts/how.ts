// How we calculated: the method, the rules with their sources, what is left out, and how to check the promise.
import type { App, Part } from "../app";
import { h, put, setText, show } from "../dom";
import { exact, inline, iso, yearOf } from "../format";
import type { View } from "../types";
import { t } from "../words";
import { Disclosure, scroller, section } from "./pieces";

const INVESTED = [
  ["start", "sek"], ["monthly", "sek_per_month"], ["months", "months"], ["horizon", "months"], ["effect_short", "percent"], ["effect_long", "percent"],
] as const;

/** What was entered of the investment, and the horizon whoever set it. */
function investmentValues(app: App, { investment }: View) {
  const given = app.state.settings.investment ?? {};
  return INVESTED
    .filter(([id]) => id === "horizon" || (given[id] != null && !investment.problems[id]))
    .map(([id, unit]) => `${inline(t(`invest.${id}`))} ${exact(id === "horizon" ? investment.horizon : given[id], unit)}`);
}

export function how(app: App): Part {
  const methodName = h("h3");
  const methodText = h("p");
  const methodSource = h("p", { class: "quiet" });
  const body = h("tbody");
  const heads = ["rules.rule", "rules.value", "rules.valid", "rules.source"];
  const fold = new Disclosure(app, "rules", { title: t("rules.title"), closed: t("rules.show"), open: t("rules.hide") }, h("p", { class: "quiet" }, t("rules.help")), scroller(t("rules.title"), h("table", { class: "rules" }, h("caption", { class: "sr" }, t("rules.title")),
      h("thead", null, h("tr", null, ...heads.map((head) => h("th", { scope: "col", class: head === "rules.value" ? "number" : null }, t(head))))), body)));
  const rules = h("div", { class: "screen-only" }, fold.el);
  // On paper the fields are gone: what they held is said here.
  const values = h("p", { class: "print-only" });
  const invested = h("p", { class: "print-only" });
  const method = h("div", null, methodName, methodText, methodSource, values, invested);
  const bullets = (family: string, count: number) =>
    h("ul", null, ...Array.from({ length: count }, (_, at) => h("li", null, t(`${family}.${at + 1}`))));
  const el = section("how", t("how.title"),
    h("p", { class: "lead screen-only" }, t("how.lead")), method, rules,
    h("h3", { class: "screen-only" }, t("how.kinds")),
    h("dl", { class: "kinds screen-only" }, ...["booked", "calculated", "estimated"].flatMap((kind) =>
      [h("dt", null, t(`kind.${kind}`)), h("dd", null, t(`kind.${kind}.about`))])),
    // On paper the last words of the page stand here, so that no page holds them alone.
    h("div", null, h("h3", null, t("left_out.title")), bullets("left_out", 7), h("p", { class: "print-only quiet" }, t("footer.about"))),
    h("div", { id: "privacy", tabindex: "-1" }, h("h3", null, t("privacy.title")), h("p", null, t("privacy.text")), h("p", null, t("privacy.check")),
      h("ol", null, ...[1, 2, 3].map((at) => h("li", null, t(`privacy.check.${at}`)))), h("p", { class: "quiet" }, t("privacy.limits"))));

  function valid(from: string, to: string) {
    const years = from.endsWith("-01-01") && to.endsWith("-12-31");
    return t("rules.between", years ? { from: yearOf(from), to: yearOf(to) } : { from: iso(from), to: iso(to) });
  }

  return {
    el,
    update(view: View | null) {
      const usable = view !== null && view.reading.used > 0;
      show(method, usable);
      if (!show(rules, usable && view.rules.length > 0) || !view) return;
      setText(methodName, t("how.method", { method: t(`method.${view.method.id}`) }));
      setText(methodText, `${t(`method.${view.method.id}.about`)} ${t(`method.${view.method.id}.differs`)}`);
      setText(methodSource, view.method.source && t("how.method.source", { source: view.method.source }));
      show(methodSource, view.method.source !== "");
      const used = view.inputs.filter((input) => input.used && input.value != null);
      setText(values, t("how.values", { values: used.map((input) =>
        `${t(`input.${input.id}.inline`)} ${exact(input.value, input.unit)} (${t(`origin.${input.origin}.short`)})`).join(", ") }));
      setText(invested, view.investment.verdict === "no_cost" ? "" : t("how.investment", { values: investmentValues(app, view).join(", ") }));
      put(body, ...view.rules.map((rule) => h("tr", { class: `rule-${rule.status}` },
        h("th", { scope: "row" }, t(`rule.${rule.id}`)),
        h("td", { class: "number" }, exact(rule.value, rule.unit), rule.overridden && h("span", { class: "yours" }, t("rules.overridden"))),
        h("td", null, valid(rule.valid_from, rule.valid_to)),
        h("td", null, rule.status === "assumed" ? "" : rule.source, h("span", { class: "source" }, t(`status.${rule.status}`), ". ", t("rules.checked", { date: iso(rule.checked_on) }))))));
    },
  };
}
