// Rules and sources: every value of the table, those of the present result first, and a value of one's own in place of any.
import type { App, Part } from "../app";
import { Keyed, h, put, setText, show } from "../dom";
import { exact, inline, iso, yearOf } from "../format";
import type { RuleView, View } from "../types";
import { t, tn } from "../words";
import { NumberField } from "./number-field";
import { Disclosure, changedMark, go, isUsable } from "./pieces";

const AREAS: RuleView["area"][] = ["sick_pay", "agreement", "on_cost", "state", "method", "measure"];

/** Of all rows of the table, this one: as the core names it. */
export const ruleKey = ({ id, valid_from }: RuleView) => `${id} ${valid_from}`;
/** The field for a value of one's own. */
export const ruleField = ({ id, valid_from }: RuleView) => `rule-${id}-${valid_from}`;

/** Whole years where they are whole, else days. */
function validity({ valid_from: from, valid_to: to }: RuleView) {
  const years = from.endsWith("-01-01") && to.endsWith("-12-31");
  if (years && yearOf(from) === yearOf(to)) return yearOf(from);
  return t("rules.between", years ? { from: yearOf(from), to: yearOf(to) } : { from: iso(from), to: iso(to) });
}

const ruleName = (rule: RuleView) => `${t(`rule.${rule.id}`)}, ${validity(rule)}`;

/** What the source says, whatever the user has put in its place. */
export const ownValue = (rule: RuleView) =>
  rule.default == null ? t("rules.own.unknown") : t(rule.status === "assumed" ? "rules.own.assumed" : "rules.own", { value: exact(rule.default, rule.unit) });

/** Where a rule was read, when that was checked, and how it is known. */
export function sourceText(rule: RuleView) {
  const yours = rule.overridden ? `${t("rules.yours")} ${ownValue(rule)} ` : "";
  if (rule.status === "assumed") return `${yours}${t("status.assumed")}.`;
  const source = t("source.of", { source: rule.source, checked: iso(rule.checked_on) });
  return yours + (rule.status === "read" ? source : `${source} ${t(`status.${rule.status}.note`)}`);
}

const editing = (rule: RuleView) => `edit ${ruleKey(rule)}`;
const given = (app: App, rule: RuleView) =>
  app.state.settings.overrides?.find((one) => one.rule === rule.id && one.valid_from === rule.valid_from)?.value;

/** The field of the workplace that stands in place of all rows of a rule, while it is filled in. */
const inputOf = (view: View | null, { id, overridden }: RuleView) =>
  overridden ? view?.inputs.find((input) => input.rule === id && input.changed_by_you) : undefined;

/** How many values the user has changed: rows of the table, and fields of the workplace that stand in place of all rows of a rule. */
function countChanged(app: App, view: View) {
  const rows = view.rules.filter((rule) => rule.overridden && given(app, rule) != null && !inputOf(view, rule));
  return rows.length + view.inputs.filter((input) => input.rule != null && input.changed_by_you).length;
}

/** Puts a value of the user's own in place of a row of the table, or takes it away. */
function override(app: App, rule: RuleView, value: number | null) {
  const { id, valid_from } = rule;
  const others = (app.state.settings.overrides ?? []).filter((one) => one.rule !== id || one.valid_from !== valid_from);
  app.set({ overrides: value === null ? others : [...others, { rule: id, valid_from, value }] });
}

function resetAll(app: App, view: View) {
  for (const rule of view.rules) {
    app.state.drafts.delete(ruleField(rule));
    app.state.open.delete(editing(rule));
  }
  const inputs = view.inputs.filter((input) => input.rule != null && input.changed_by_you);
  app.set({ ...Object.fromEntries(inputs.map(({ id }) => [id, null])), overrides: [] });
  app.say(t("rules.reset.all.done"));
}

/** Rows whose value cannot be read or is refused. */
export const refusedRules = (app: App, view: View) =>
  view.rules
    .filter((rule) => view.override_problems[ruleKey(rule)] != null || app.state.drafts.has(ruleField(rule)))
    .map((rule) => ({ field: ruleField(rule), label: ruleName(rule) }));

/** The values that were changed, for paper. */
export const changedText = (view: View) =>
  view.rules.filter((rule) => rule.overridden && rule.used)
    .map((rule) => `${ruleName(rule)}: ${exact(inputOf(view, rule)?.value ?? rule.value, rule.unit)} (${inline(ownValue(rule).replace(/\.$/, ""))})`).join("; ");

function row(app: App, first: RuleView) {
  let now = first;
  let field: NumberField | null = null;
  const about = h("p", { class: "quiet" });
  const value = h("span", { class: "rule-value" });
  const edit = h("button", {
    type: "button", class: "link",
    onclick: () => {
      const input = inputOf(app.view(), now);
      if (input) return go(`input-${input.id}`);
      app.state.open.set(editing(first), true);
      draw();
      field?.input.select();
    },
  });
  const undo = h("button", { type: "button", class: "link", onclick: () => close() });
  const box = h("div", { class: "rule-edit" });
  const el = h("li", { class: "rule", "data-rule": ruleKey(first) },
    h("div", null, h("p", { class: "rule-name" }, t(`rule.${first.id}`), " ", h("span", { class: "quiet" }, validity(first))), about),
    h("p", { class: "rule-now" }, value, " ", first.editable && edit), box);

  /** The table's own value again, and the focus where it came from. */
  function close() {
    // Leaving the field takes what stands there, so it is left first.
    field?.input.blur();
    app.state.drafts.delete(ruleField(first));
    app.state.open.delete(editing(first));
    override(app, first, null);
    draw();
    edit.focus();
  }

  function make() {
    field = new NumberField(app, {
      id: ruleField(first), label: h("span", null, t("rules.yours.label"), h("span", { class: "sr" }, `: ${ruleName(first)}`)), unit: t(`unit.${first.unit}.short`),
      help: t("rules.range", { lowest: exact(first.lowest, first.unit), highest: exact(first.highest, first.unit) }),
      change: (to) => override(app, now, to),
    });
    field.say(h("p", null, undo));
    field.el.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
    });
    put(box, field.el);
    return field;
  }

  function draw() {
    const problem = app.view()?.override_problems[ruleKey(now)];
    const draft = app.state.drafts.has(ruleField(now));
    const mine = given(app, now);
    const elsewhere = inputOf(app.view(), now);
    const open = now.editable && !elsewhere && (app.state.open.get(editing(now)) === true || mine != null || draft);
    const unknown = now.default == null;
    put(value, ...(now.overridden
      ? [h("strong", { class: "yours" }, exact(elsewhere?.value ?? now.value, now.unit), changedMark()), h("span", { class: "quiet" }, ownValue(now))]
      : [h("strong", null, unknown ? t("status.unknown") : exact(now.value, now.unit))]));
    // What is not known is said where its value would stand.
    setText(about, [
      now.status !== "assumed" && now.source, !unknown && t(`status.${now.status}`), t("rules.checked", { date: iso(now.checked_on) }),
    ].filter(Boolean).join(" · "));
    setText(edit, t(unknown ? "rules.fill" : "rules.change"));
    edit.setAttribute("aria-label", t(unknown ? "rules.fill.of" : "rules.change.of", { rule: ruleName(now) }));
    show(edit, !open);
    if (!show(box, open)) return;
    const range = { lowest: exact(now.lowest, now.unit), highest: exact(now.highest, now.unit) };
    (field ?? make()).update(mine ?? (unknown ? null : now.value), problem && t(`problem.${problem}`, range));
    setText(undo, mine != null || draft ? t(unknown ? "input.remove" : "input.reset", { value: exact(now.default, now.unit) }) : t("rules.close"));
  }

  return {
    el,
    update(rule: RuleView) {
      now = rule;
      draw();
    },
  };
}

/** Rules by what they belong to. */
function byArea(app: App, id: string) {
  const areas = AREAS.map((area) => {
    const list = h("ul", { class: "rule-list" });
    return { area, el: h("div", null, h("h4", null, t(`area.${area}`)), list), rows: new Keyed<RuleView>(list, (first) => row(app, first)) };
  });
  return {
    el: h("div", { class: "rules", id }, ...areas.map(({ el }) => el)),
    update(rules: RuleView[]) {
      for (const { area, el, rows } of areas) {
        const own = rules.filter((rule) => rule.area === area);
        show(el, own.length > 0);
        rows.update(own, ruleKey);
      }
    },
  };
}

export function rules(app: App): Part {
  const inUse = byArea(app, "rules-used");
  const others = byArea(app, "rules-others");
  const reset = h("button", { type: "button", class: "link", id: "rules-reset", onclick: () => { resetAll(app, app.view() as View); title.focus(); } }, t("rules.reset.all"));
  const changed = h("p", { class: "rules-changed" });
  const top = h("div", { class: "changed-bar" }, changed, reset);
  const fold = new Disclosure(app, "rules", { title: t("rules.title"), closed: t("rules.show"), open: t("rules.hide") },
    h("p", { class: "quiet" }, t("rules.help")), top, inUse.el);
  const title = fold.el.querySelector("h3") as HTMLElement;
  title.id = "rules-title";
  title.tabIndex = -1;
  const all = new Disclosure(app, "all-rules", { closed: t("rules.all"), open: t("rules.all.hide") }, others.el);
  const el = h("div", { class: "screen-only" }, fold.el, all.el);
  let shown = new Set<string>();
  /** Whether a row stands among those in use. A value of 0 can put a rule out of use: its row stays where it is being written. */
  const belongs = (rule: RuleView) => {
    const before = shown.has(ruleKey(rule));
    return document.activeElement?.id === ruleField(rule) ? before : rule.used || (before && given(app, rule) != null);
  };

  return {
    el,
    update(view) {
      if (!show(el, isUsable(view)) || !view) return;
      const count = countChanged(app, view);
      if (show(top, count > 0)) setText(changed, t("rules.changed", { count }));
      const used = new Set(view.rules.filter(belongs).map(ruleKey));
      shown = used;
      inUse.update(view.rules.filter((rule) => used.has(ruleKey(rule))));
      others.update(view.rules.filter((rule) => !used.has(ruleKey(rule))));
    },
  };
}

/** Says above the answer that values have been changed, and leads to them. */
export function changedBanner(app: App): Part {
  const text = h("span");
  const list = h("button", {
    type: "button", class: "link",
    onclick: () => {
      const view = app.view() as View;
      const first = view.rules.find((rule) => given(app, rule) != null && !inputOf(view, rule));
      go(first ? ruleField(first) : `input-${view.inputs.find((input) => input.rule != null && input.changed_by_you)?.id}`);
    },
  }, t("rules.changed.show"));
  const reset = h("button", {
    type: "button", class: "link", id: "reset-all",
    onclick: () => {
      resetAll(app, app.view() as View);
      go("cost-title", "start");
    },
  }, t("rules.reset.all"));
  const el = h("p", { class: "changed-bar", id: "changed-values" }, text, " ", h("span", { class: "screen-only" }, list, " ", reset));
  return {
    el,
    update(view) {
      const count = view ? countChanged(app, view) : 0;
      if (!show(el, count > 0) || !view) return;
      const any = Object.keys(view.overridden).length > 0;
      put(text, t("rules.changed", { count }), " ", ...(any ? tn("rules.changed.marked", { mark: changedMark() }, { count }) : [t("rules.changed.none", { count })]));
    },
  };
}

/** Years of an on-cost that is not known here, in the data. */
export const unknownYears = (view: View) =>
  view.rules.filter((rule) => rule.used && rule.default == null && !rule.overridden).map(validity);
