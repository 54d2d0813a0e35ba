// What the follow-up is asked: which months, which units, what it cost, and how the absence went elsewhere.
import type { App } from "../app";
import { h, Keyed, newId, put, setText, show } from "../dom";
import { exact, monthShort, plain, type Unit } from "../format";
import type { FollowUpSettings, FollowUpUnit, FollowUpView, PastedView, View } from "../types";
import { t } from "../words";
import { refusal } from "./folds";
import { NumberField } from "./number-field";
import { Disclosure, Segmented } from "./pieces";

const PERIODS = [["reference", "reference_from", "reference_to"], ["follow_up", "follow_up_from", "follow_up_to"]] as const;
const MEASURES = ["short", "long", "all"] as const;
/** Number fields with the lowest and highest value, as the core has them. */
const FIELDS = [
  { id: "cost", unit: "sek", lowest: 0, highest: 1e12 }, { id: "months", unit: "months", lowest: 1, highest: 600 },
  { id: "value_per_day", unit: "sek_per_day", lowest: 0, highest: 1e6 }, { id: "employees", unit: "count", lowest: 0.1, highest: 1e6 },
] as const satisfies { id: keyof FollowUpSettings; unit: Unit; lowest: number; highest: number }[];

/** Changes what the follow-up is asked. */
export const set = (app: App, patch: FollowUpSettings) => app.set({ follow_up: { ...app.state.settings.follow_up, ...patch } });

/** A period by its first and last month. */
function period(app: App, [id, from, to]: (typeof PERIODS)[number]) {
  const help = h("p", { class: "quiet", id: `follow-${id}-help` }, t(`follow.${id}.help`));
  const error = h("p", { class: "field-error", id: `follow-${id}-error`, hidden: true });
  const selects = ([from, to] as const).map((end) => h("select", {
    id: `follow-${end}`, "aria-label": t(`follow.${end}`), "aria-describedby": `follow-${id}-help follow-${id}-error`,
    // All four are said: what was proposed is then the user's own.
    onchange: () => set(app, Object.fromEntries(PERIODS.flatMap(([, ...ends]) => ends).map((end) => [end, select(end)?.value || null]))),
  }));
  const el = h("div", { class: "field periods", role: "group", "aria-labelledby": `follow-${id}` },
    h("div", { class: "field-name" }, h("p", { class: "label", id: `follow-${id}` }, t(`follow.${id}`)), help),
    h("div", { class: "field-value period" }, ...selects.flatMap((one, at) => (at ? [h("span", { "aria-hidden": "true" }, "–"), one] : [one])), error));
  let listed = "";
  return {
    el,
    update(now: FollowUpView, shown: string[]) {
      if (listed !== shown.join()) {
        listed = shown.join();
        for (const one of selects) put(one, h("option", { value: "" }, t("follow.choose")), ...shown.map((value) => h("option", { value }, monthShort(value))));
      }
      [from, to].forEach((end, at) => {
        const value = app.state.settings.follow_up?.[end] ?? now[end] ?? "";
        const one = selects[at];
        if (one && one.value !== value) one.value = value;
      });
      const problem = now.problems[id];
      setText(error, problem ? t(`follow.problem.${problem}`) : "");
      show(error, problem != null);
    },
  };
}

const select = (end: string) => document.getElementById(`follow-${end}`) as HTMLSelectElement | null;

/** Units to tick, in a list that scrolls. */
function units(app: App, role: "treated" | "comparison") {
  const list = h("div", { class: "ticks", tabindex: "0", role: "group", "aria-label": t(`follow.${role}`) });
  const items = new Keyed<FollowUpUnit>(list, ({ key, unit, department }) => {
    const box = h("input", {
      type: "checkbox", id: newId("follow-unit"),
      onchange: () => {
        const now = app.state.settings.follow_up?.[role] ?? [];
        set(app, { [role]: box.checked ? [...now, key] : now.filter((other) => other !== key) });
      },
    });
    const without = h("span", { class: "quiet" });
    return {
      el: h("label", { class: "tick" }, box, h("span", null, unit, department && h("span", { class: "quiet" }, ` ${department}`), without)),
      update({ employees_known }) {
        box.checked = app.state.settings.follow_up?.[role]?.includes(key) ?? false;
        setText(without, employees_known ? "" : ` (${t("follow.no_employees")})`);
      },
    };
  });
  return {
    el: h("div", null, h("h4", null, t(`follow.${role}`)), h("p", { class: "quiet" }, t(`follow.${role}.help`)), list),
    update: (all: FollowUpUnit[]) => items.update(all, ({ key }) => key),
  };
}

/** How pasted lines were read, and which were not. */
export function pastedText(el: HTMLElement, now: PastedView | null | undefined, family: "follow" | "production") {
  put(el, ...(now ? [
    h("p", null, t("follow.pasted", { used: now.used, pasted: now.pasted })),
    now.set_aside > 0 && h("ul", null, ...now.lines.slice(0, 10).map(({ line, reason }) =>
      h("li", null, t("follow.pasted.line", { line: String(line), why: t(`${family}.aside.${reason}`) }))),
    now.lines.length > 10 && h("li", null, t("follow.pasted.more", { count: now.set_aside - 10 }))),
  ] : []));
}

export function followUpFields(app: App) {
  const proposed = h("p", { class: "quiet", id: "follow-proposed" });
  const periods = PERIODS.map((one) => period(app, one));
  const measure = new Segmented(t("follow.measure"), "follow-measure", MEASURES.map((value) => ({ value, text: t(`follow.measure.${value}`) })),
    (value) => set(app, { measure: value }), true);
  const numbers = FIELDS.map(({ id, unit }) => new NumberField(app, {
    id: `follow-${id}`, label: t(`follow.field.${id}`), unit: t(`unit.${unit}.short`), help: t(`follow.field.${id}.help`),
    change: (value) => set(app, { [id]: value }),
  }));
  const sides = (["treated", "comparison"] as const).map((role) => units(app, role));
  const both = h("p", { class: "field-error" });
  const comparison = new Disclosure(app, "follow-units", { closed: t("follow.units.show"), open: t("follow.units.hide") },
    h("div", { class: "two" }, ...sides.map(({ el }) => el)), both);
  const text = h("textarea", {
    id: "follow-index", rows: 5, spellcheck: "false", autocomplete: "off", "aria-describedby": "follow-index-help follow-index-read",
    oninput: () => set(app, { index: text.value || null }),
  });
  const read = h("div", { class: "quiet", id: "follow-index-read", role: "status" });
  const trend = new Disclosure(app, "follow-trend", { closed: t("follow.index.show"), open: t("follow.index.hide") },
    h("label", { for: "follow-index", class: "label" }, t("follow.index")), h("p", { class: "quiet", id: "follow-index-help" }, t("follow.index.help")), text, read);
  const el = h("div", { class: "screen-only" }, h("p", null, t("follow.lead")), proposed,
    h("div", { class: "fields" }, ...periods.map((one) => one.el)), h("div", { class: "follow-measure" }, measure.el),
    h("div", { class: "fields" }, ...numbers.map((one) => one.el)), comparison.el, trend.el);

  return {
    el,
    /** Fields whose values are refused. */
    refused: (now: FollowUpView) => FIELDS.filter(({ id }) => now.problems[id] != null || app.state.drafts.has(`follow-${id}`))
      .map(({ id }) => ({ field: `follow-${id}`, label: t(`follow.field.${id}`) })),
    update(view: View, now: FollowUpView) {
      setText(proposed, now.proposed ? t("follow.proposed") : "");
      show(proposed, now.proposed);
      const months = view.months.map(({ month }) => month);
      for (const one of periods) one.update(now, months);
      measure.update(now.measure);
      const given = app.state.settings.follow_up ?? {};
      const shown = { cost: now.cost, months: now.run_months, value_per_day: now.value_per_day, employees: now.employees };
      FIELDS.forEach(({ id, unit, lowest, highest }, at) => {
        const own = given[id] != null;
        numbers[at]?.update(given[id] ?? shown[id], refusal(now.problems[id], plain(lowest, 1), exact(highest, unit)), own ? 4 : 0);
        const byMethod = id === "value_per_day" && !own && now.value_origin === "data";
        const byData = id === "employees" && !own && now.employees_origin === "data";
        numbers[at]?.say(byMethod ? h("p", { class: "quiet" }, now.value_per_day == null ? t("follow.value.parts") : t("follow.value.method", { method: t(`method.${view.method.id}.inline`) }))
          : byData && h("p", { class: "quiet" }, t("follow.employees.data")));
      });
      if (show(comparison.el, now.units.length > 1)) for (const side of sides) side.update(now.units);
      const wrong = now.problems["comparison"];
      setText(both, wrong ? t(`follow.problem.${wrong}`) : "");
      if (document.activeElement !== text) text.value = given.index ?? "";
      pastedText(read, now.index, "follow");
    },
  };
}
