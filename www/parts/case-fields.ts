// What is asked of an investment: fields of the one that is shown, and of what all of them share.
import type { App } from "../app";
import { h, put, show, type Child } from "../dom";
import { exact, percent, plain, type Unit } from "../format";
import type { BoundsSettings, CaseSettings, EstimateSettings, InvestmentSettings, View } from "../types";
import { t } from "../words";
import { NumberField } from "./number-field";

export type Investment = View["investment"];
export type Case = Investment["cases"][number];
type End = "low" | "base" | "high";
type Bounded = (EstimateSettings & BoundsSettings) | undefined;

/** What is asked of each investment, and what they share; where a value has a low, a base and a high one, these stand by themselves. */
const PLAIN = {
  start: "sek", monthly: "sek_per_month", yearly: "sek", per_employee: "sek", hours: "hours", hours_monthly: "hours", participants: "count",
  months: "months", price_growth: "percent", ramp: "months", fading: "months", share: "percent",
} as const;
const ESTIMATED = {
  effect_short: "percent", effect_long: "percent", effect_spells: "percent", effect_replacement: "percent", effect_production: "percent",
  effect_leavers: "count", delay: "months", duration: "months", cost: "percent",
} as const;
const SHARED = { horizon: "months", discount: "percent", hourly_cost: "sek_per_hour", value_spell: "sek" } as const;
const SHARED_BOUNDS = { value: "percent", days: "percent" } as const;

export type CaseId = keyof typeof PLAIN | keyof typeof ESTIMATED;
type Id = CaseId | keyof typeof SHARED | keyof typeof SHARED_BOUNDS;
const UNITS: Record<Id, Unit> = { ...PLAIN, ...ESTIMATED, ...SHARED, ...SHARED_BOUNDS };

/** Which of the investments is shown. */
export const shownCase = (app: App) => app.state.settings.investment?.shown ?? 0;

export const caseOf = (app: App): CaseSettings => app.state.settings.investment?.cases?.[shownCase(app)] ?? {};
const sharedOf = (app: App): InvestmentSettings => app.state.settings.investment ?? {};
const isShared = (id: Id) => id in SHARED || id in SHARED_BOUNDS;
const isEstimated = (id: Id) => id in ESTIMATED || id in SHARED_BOUNDS;

const of = (app: App, id: Id) => (isShared(id) ? sharedOf(app) : caseOf(app)) as Record<string, unknown>;

/** What was given. */
export function givenOf(app: App, id: Id, end: End = "base"): number | null {
  const given = of(app, id)[id];
  return (isEstimated(id) ? (given as Bounded)?.[end as "low"] : (given as number | null | undefined)) ?? null;
}

/** Gives another value. */
export function give(app: App, id: Id, value: number | null, end: End = "base") {
  const patch = { [id]: isEstimated(id) ? { ...(of(app, id)[id] as Bounded), [end]: value } : value };
  if (isShared(id)) app.setInvestment(patch);
  else app.setCase(patch);
}

/** Effects on absence may be given in days per employee. */
const inDays = (app: App, id: Id) => (id === "effect_short" || id === "effect_long") && caseOf(app).effect_unit === "days_per_employee";

const short = (unit: Unit) => (unit === "count" ? "" : t(`unit.${unit}.short`));

/** A field of the catalogue's words `invest.<id>`; the ends of an estimate are called lowest and highest. */
export class CaseField {
  el: HTMLElement;
  readonly dom: string;
  private field: NumberField;

  constructor(private app: App, readonly id: Id, private end: End = "base", help = false) {
    this.dom = `invest-${id}${end === "base" ? "" : `-${end}`}`;
    this.field = new NumberField(app, {
      id: this.dom, label: end === "base" ? this.label() : t(`invest.${end}.short`), unit: inDays(app, id) ? t("invest.days.short") : short(UNITS[id]),
      ...(help && { help: t(`invest.${id}.help`) }),
      change: (value) => give(app, id, value, end),
    });
    this.el = this.field.el;
  }

  /** What it is called where it stands by itself. */
  label() {
    return this.end === "base" ? t(`invest.${this.id}`) : t(`invest.${this.end}`, { what: t(`invest.${this.id}`) });
  }

  private problemIn(now: Investment) {
    const name = `${this.id}${this.end === "base" ? "" : `.${this.end}`}`;
    return (isShared(this.id) ? now : now.cases[shownCase(this.app)])?.problems[name];
  }

  /** Whether its value cannot be used: in words of its own label. */
  refused(now: Investment) {
    return this.problemIn(now) != null || this.app.state.drafts.has(this.dom);
  }

  update(now: Investment, used: number | null = null) {
    const problem = this.problemIn(now);
    const limit = now.limits[inDays(this.app, this.id) ? "effect_days" : this.id];
    const text = problem && t(`problem.invest.${problem}`, { lowest: plain(limit?.lowest, 1), highest: limit ? exact(limit.highest, limit.unit) : "" });
    const given = givenOf(this.app, this.id, this.end);
    this.field.update(given ?? used, text, given === null && UNITS[this.id].startsWith("sek") ? 0 : 4);
    const unit = this.el.querySelector(".unit");
    if (unit && (this.id === "effect_short" || this.id === "effect_long")) unit.textContent = inDays(this.app, this.id) ? t("invest.days.short") : t("unit.percent.short");
  }

  /** What stands there while nothing is given, and where it comes from. */
  say(...children: (Node | string | false)[]) {
    this.field.say(...children);
  }

  release() {
    this.field.release();
  }
}

const MAX = 50;

/** An effect on absence with a slider; the slider is for per cent. */
export class EffectField {
  el: HTMLElement;
  field: CaseField;
  private slider: HTMLInputElement;
  private extra: HTMLElement;
  private reset: HTMLElement;

  constructor(private app: App, id: "effect_short" | "effect_long") {
    this.field = new CaseField(app, id);
    this.slider = h("input", {
      type: "range", min: 0, max: MAX, step: 1, id: `slider-${id}`, class: "slider", "aria-label": t(`invest.${id}.slider`),
      oninput: () => {
        app.state.drafts.delete(this.field.dom);
        give(app, id, this.slider.valueAsNumber);
      },
    });
    const unset = h("button", {
      type: "button", class: "link",
      onclick: () => {
        app.state.drafts.delete(this.field.dom);
        this.field.release();
        give(app, id, null);
        this.field.el.querySelector("input")?.focus();
      },
    }, t("invest.effect.unset"));
    this.reset = h("span", null, unset);
    this.extra = h("div", null, this.slider,
      h("div", { class: "slider-ends", "aria-hidden": "true" }, h("span", null, percent(0)), h("span", null, percent(MAX))));
    this.field.say(this.extra, this.reset);
    this.el = this.field.el;
  }

  update(now: Investment) {
    this.field.update(now);
    const value = givenOf(this.app, this.field.id);
    this.extra.hidden = inDays(this.app, this.field.id);
    this.slider.classList.toggle("unset", value === null);
    if (value === null) this.slider.value = "0";
    else if (this.slider.valueAsNumber !== value) this.slider.value = String(value);
    this.slider.setAttribute("aria-valuetext", value === null ? t("invest.effect.none") : percent(value));
    this.reset.hidden = value === null;
  }
}

/** Low and high of the same, side by side: asked for where there is something between them. */
export function ends(app: App, id: Id) {
  const fields = [new CaseField(app, id, "low"), new CaseField(app, id, "high")];
  const name = h("span", { class: "label", id: `invest-${id}-ends` }, t(`invest.${id}`));
  const el = h("div", { class: "ends", role: "group", "aria-labelledby": name.id }, name, ...fields.map((field) => field.el));
  return {
    fields,
    el,
    update(now: Investment) {
      // Cost, value and absence are always there to be other than they are taken to be.
      const asked = isAlways(id) || (["low", "base", "high"] as const).some((end) => givenOf(app, id, end) !== null);
      if (show(el, asked)) for (const field of fields) field.update(now);
    },
  };
}

const isAlways = (id: Id) => id === "cost" || id in SHARED_BOUNDS;

/** A choice from a list. */
export class Choice {
  el: HTMLElement;
  select: HTMLSelectElement;
  private names = "";

  constructor(id: string, label: string, change: (value: string) => void, help: Child = null) {
    this.select = h("select", { id, onchange: () => change(this.select.value) });
    this.el = h("div", { class: "field choice" },
      h("div", { class: "field-name" }, h("label", { for: id }, label), help && h("p", { class: "quiet" }, help)),
      h("div", { class: "field-value" }, this.select));
  }

  update(options: [value: string, text: string][], value: string) {
    const names = JSON.stringify(options);
    if (names !== this.names) {
      this.names = names;
      put(this.select, ...options.map(([value, text]) => h("option", { value }, text)));
    }
    if (this.select.value !== value) this.select.value = value;
  }
}
