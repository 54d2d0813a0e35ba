// The few values that the result rests on, each with where it comes from.
import type { App, Part } from "../app";
import { Keyed, h, put, setText, show } from "../dom";
import { exact, list, sek } from "../format";
import type { InputView, MethodView, RuleView, View } from "../types";
import { t } from "../words";
import { essential as missingForCost } from "./headline";
import { NumberField } from "./number-field";
import { Segmented, goTo, isUsable, section } from "./pieces";
import { refusedRules, sourceText, unknownYears } from "./rules";
import { schedule } from "./schedule";

const ORDER = [
  "monthly_pay", "weekly_hours", "headcount", "short_share", "days_per_period", "on_cost", "holiday", "overhead",
  "top_up", "top_up_last_day", "top_up_above",
];
const OWN = ["short_day", "long_day"];
const WEEK = [0, 1, 2, 3, 4, 5, 6].map((day) => `schedule-${day}`);
const EMPLOYERS = ["municipality", "region", "other"] as const;
const METHODS: MethodView["id"][] = ["fk", "rule_of_thumb", "ki", "own"];

export const fieldId = (input: string) => `input-${input}`;

/** Fields that hold what cannot be read or is refused: the answer does not rest on what stands there. */
export function refusedFields(app: App, view: View) {
  const inputs = view.inputs.filter(({ id, used, problem }) =>
    ORDER.concat(OWN).includes(id) && (used || view.asks.includes(id)) && (problem != null || app.state.drafts.has(fieldId(id))));
  const fields = inputs.map(({ id }) => ({ field: fieldId(id), label: t(`input.${id}`) }));
  const days = app.state.week ? WEEK.filter((day) => app.state.drafts.has(day)) : [];
  const wrong = days[0] ?? (view.inputs.some(({ id, problem }) => id === "schedule" && problem != null) ? WEEK[0] : undefined);
  if (wrong) fields.push({ field: wrong, label: t("schedule.title") });
  if (view.as_of_problem) fields.push({ field: "input-as-of", label: t("input.as_of") });
  return [...fields, ...refusedRules(app, view)];
}

/** What to correct first, and a way there. */
export function refusedText(key: "refused" | "verdict.refused", fields: { field: string; label: string }[]) {
  const first = fields[0];
  return [t(key, { fields: list(fields.map(({ label }) => t("quoted", { text: label }))) }), " ",
    first ? h("span", { class: "screen-only" }, goTo(t("refused.go"), first.field)) : ""];
}

/** A field for one input, with its provenance below. */
function inputField(app: App, first: InputView) {
  const reset = () => {
    app.state.drafts.delete(fieldId(first.id));
    field.release();
    app.set({ [first.id]: null });
    field.input.focus();
  };
  const field = new NumberField(app, {
    id: fieldId(first.id),
    label: t(`input.${first.id}`),
    unit: t(`unit.${first.unit}.short`),
    help: t(`input.${first.id}.help`),
    change: (value) => app.set({ [first.id]: value }),
  });
  let rules: RuleView[] = [];
  let years: string[] = [];
  let essential = new Set<string>();
  // The week belongs to the hours of the week, and stands in their place while it is filled in.
  const week = first.id === "weekly_hours" ? schedule(app) : null;
  return {
    el: week ? h("div", { class: "field-group" }, field.el, week.el) : field.el,
    know(view: View) {
      week?.update(view);
      show(field.el, !week || app.state.week === null);
      rules = view.rules;
      years = unknownYears(view);
      essential = new Set(missingForCost(view));
    },
    update(input: InputView) {
      // Of an on-cost that differs from year to year some years may be known and others not.
      const unknown = input.id === "on_cost" && input.origin !== "given" && years.length > 0;
      const rule = rules.filter((one) => one.id === input.rule && one.used).at(-1);
      const inTable = rule?.overridden === true && input.origin !== "given";
      const missing = (input.origin === "missing" && !inTable) || unknown;
      const needed = missing && essential.has(input.id);
      field.el.classList.toggle("missing", needed);
      const range = { lowest: exact(input.lowest, input.unit), highest: exact(input.highest, input.unit) };
      const value = missing ? null : inTable ? rule.value : input.value;
      field.update(input.problem ? (app.state.settings[input.id as "headcount"] ?? null) : value, input.problem && t(`problem.${input.problem}`, range), input.origin === "data" ? 1 : 4);
      const standard = input.default == null ? "" : exact(input.default, input.unit);
      const undo = h("button", { type: "button", class: "link", onclick: reset },
        t(standard ? "input.reset" : "input.remove", { value: standard }));
      if (missing) {
        field.say(h("p", { class: needed ? "needed" : "quiet" }, t(needed ? "origin.missing" : "origin.optional"), " ",
          unknown ? t("input.on_cost.unknown", { years: list(years) }) : t(`input.${input.id}.needed`)));
      } else if (input.changed_by_you || input.origin === "given") {
        field.say(h("p", { class: "quiet" }, h("span", { class: "yours" }, t(input.changed_by_you ? "origin.changed" : "origin.given")), " ", undo));
      } else if (input.origin === "data") {
        field.say(h("p", { class: "quiet" }, t("origin.data")));
      } else {
        field.say(h("p", { class: "quiet" }, !inTable && t("origin.default"), " ", rule ? sourceText(rule) : ""));
      }
    },
  };
}

/** What kind of employer: it decides the on-cost. */
function employerChoice(app: App) {
  const about = h("p", { class: "quiet", id: "employer-about" });
  const choice = new Segmented(t("employer.title"), "employer", EMPLOYERS.map((value) => ({ value, text: t(`employer.${value}`) })),
    (value) => app.set({ employer: value }), true);
  choice.el.setAttribute("aria-describedby", about.id);
  return {
    el: h("div", { class: "employer" }, choice.el, about),
    update() {
      const now = app.state.settings.employer ?? "other";
      choice.update(now);
      setText(about, t(`employer.${now}.about`));
    },
  };
}

function asOfField(app: App) {
  const input = h("input", {
    type: "text", id: "input-as-of", inputmode: "numeric", autocomplete: "off", spellcheck: "false", class: "number",
    "aria-describedby": "as-of-help as-of-error as-of-note",
    onchange: () => app.set({ as_of: input.value.trim() || null }),
  });
  const error = h("p", { class: "field-error", id: "as-of-error", hidden: true });
  const note = h("div", { class: "field-note", id: "as-of-note" });
  const reset = h("button", { type: "button", class: "link", onclick: () => { app.set({ as_of: null }); input.focus(); } }, t("input.as_of.reset"));
  const el = h("div", { class: "field" },
    h("div", { class: "field-name" }, h("label", { for: input.id }, t("input.as_of")),
      h("p", { class: "quiet", id: "as-of-help" }, t("input.as_of.help")), note),
    h("div", { class: "field-value" }, h("span", { class: "field-box" }, input), error));
  return {
    el,
    update(view: View) {
      const problem = view.as_of_problem;
      const given = app.state.settings.as_of;
      if (document.activeElement !== input) input.value = problem && given ? given : (view.as_of ?? "");
      setText(error, problem ? t(`problem.${problem}`) : "");
      if (show(error, problem != null)) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      put(note, h("p", { class: "quiet" },
        given ? h("span", { class: "yours" }, t("origin.given")) : t("input.as_of.default"), " ", given != null && reset));
    },
  };
}

function methodChoice(app: App) {
  const fields = h("div", { class: "own-values" });
  const own = new Keyed<InputView>(fields, (first) => inputField(app, first));
  const values = new Map<string, HTMLElement>();
  const radios = new Map<string, HTMLInputElement>();
  const el = h("fieldset", { class: "methods" },
    h("legend", null, t("method.title")), h("p", { class: "quiet" }, t("method.why")),
    ...METHODS.map((id) => {
      const radio = h("input", { type: "radio", name: "method", id: `method-${id}`, value: id, "aria-describedby": `method-${id}-about`, onchange: () => app.set({ method: id }) });
      const value = h("span", { class: "quiet" });
      radios.set(id, radio);
      values.set(id, value);
      return h("div", { class: "method" }, radio,
        h("label", { for: radio.id }, t(`method.${id}`)),
        h("p", { class: "quiet", id: `method-${id}-about` }, t(`method.${id}.about`), " ", value),
        id === "own" && fields);
    }));
  return {
    el,
    update(view: View) {
      for (const [id, radio] of radios) radio.checked = id === view.method.id;
      for (const [id, value] of values) {
        const { short_day: short, long_day: long } = view.method;
        const known = id === view.method.id && id !== "own" && short != null && long != null;
        setText(value, known ? t("method.values", { short: sek(short), long: sek(long) }) : "");
      }
      const isOwn = view.method.id === "own";
      own.update(isOwn ? view.inputs.filter(({ id }) => OWN.includes(id)) : [], ({ id }) => id);
      show(fields, isOwn);
    },
  };
}

export function workplace(app: App): Part {
  const asks = h("p", { class: "asks", id: "asks" });
  const box = h("div", { class: "fields" });
  const made = new Map<string, ReturnType<typeof inputField>>();
  const fields = new Keyed<InputView>(box, (first) => {
    const field = inputField(app, first);
    made.set(first.id, field);
    return field;
  });
  const employer = employerChoice(app);
  const asOf = asOfField(app);
  const method = methodChoice(app);
  const el = section("workplace", t("workplace.title"),
    h("p", { class: "quiet" }, t("workplace.help")), asks, employer.el, box, h("div", { class: "fields" }, asOf.el), method.el);
  el.classList.add("screen-only");
  // Those that were asked for when this table came stay first, so that no field moves while it is being filled in.
  let first: string[] = [];
  let source: unknown = null;

  return {
    el,
    update(view) {
      if (!show(el, isUsable(view)) || !view) return;
      if (source !== app.state.tables[0]?.bytes) {
        source = app.state.tables[0]?.bytes;
        first = missingForCost(view);
      }
      const rank = (id: string) => (first.includes(id) ? first.indexOf(id) - ORDER.length : ORDER.indexOf(id));
      const shown = view.inputs.filter((input) => ORDER.includes(input.id) && (input.used || view.asks.includes(input.id)));
      shown.sort((a, b) => rank(a.id) - rank(b.id));
      for (const field of made.values()) field.know(view);
      fields.update(shown, (input) => input.id);
      // A field made just now has not seen the rules yet.
      for (const input of shown) {
        made.get(input.id)?.know(view);
        made.get(input.id)?.update(input);
      }
      const missing = missingForCost(view).filter((id) => view.inputs.some((input) => input.id === id));
      const years = missing.includes("on_cost") ? unknownYears(view) : [];
      setText(asks, missing.length === 0 ? "" : [
        t("asks", { count: missing.length, what: list(missing.map((id) => t(`input.${id}.inline`))) }),
        years.length > 0 && t("asks.on_cost", { years: list(years) }),
      ].filter(Boolean).join(" "));
      show(asks, missing.length > 0);
      employer.update();
      asOf.update(view);
      method.update(view);
    },
  };
}
