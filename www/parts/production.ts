// What is lost at work though people are there: four questions, before and after.
import type { App, Part } from "../app";
import { h, put, setText, show } from "../dom";
import { exact, percent, plain, sekRound, type Unit } from "../format";
import type { ProblemSettings, ProblemsView, ProductionSettings, ProductionView } from "../types";
import { t } from "../words";
import { pastedText } from "./follow-up-fields";
import { Fold, refusal, Sheet } from "./folds";
import { NumberField } from "./number-field";
import { Disclosure, figureButton, isUsable, kindBadge, Segmented } from "./pieces";
import { refusedText } from "./workplace";

const WHEN = ["before", "after"] as const;
type When = (typeof WHEN)[number];
type Range = { unit: Unit; lowest: number; highest: number };
/** Number fields with the lowest and highest value, as the core has them. */
const QUESTIONS: ({ id: Exclude<keyof ProblemSettings, "answers"> } & Range)[] = [
  { id: "health_affected", unit: "percent", lowest: 0, highest: 100 }, { id: "health_effect", unit: "factor", lowest: 0, highest: 10 },
  { id: "environment_affected", unit: "percent", lowest: 0, highest: 100 }, { id: "environment_effect", unit: "factor", lowest: 0, highest: 10 },
  { id: "answered", unit: "count", lowest: 0, highest: 1e6 },
];
const WORK: ({ id: "hours_per_year" | "employees" | "cost_per_hour" | "leavers_avoided" | "cost_per_leaver" } & Range)[] = [
  { id: "hours_per_year", unit: "hours_per_year", lowest: 1, highest: 4000 }, { id: "employees", unit: "count", lowest: 0.1, highest: 1e6 },
  { id: "cost_per_hour", unit: "sek_per_hour", lowest: 1, highest: 1e5 }, { id: "leavers_avoided", unit: "count", lowest: -1e5, highest: 1e5 },
  { id: "cost_per_leaver", unit: "sek", lowest: 0, highest: 1e8 },
];
const ROWS = [["loss", "gained_percent", "production_loss_percent"], ["hours", "gained_hours", "production_loss_hours"], ["sek", "gained", "production_loss"]] as const;

const set = (app: App, patch: ProductionSettings) => app.set({ production: { ...app.state.settings.production, ...patch } });
const givenOf = (app: App, when: When): ProblemSettings => app.state.settings.production?.[when] ?? {};

/** The four questions at one time, and a field for pasted answers. */
function questions(app: App, when: When) {
  const change = (patch: ProblemSettings) => set(app, { [when]: { ...givenOf(app, when), ...patch } });
  const fields = QUESTIONS.map(({ id, unit }) => new NumberField(app, {
    id: `production-${when}-${id}`, label: t(`production.${id}`), unit: unit === "factor" ? t("production.of_ten") : t(`unit.${unit}.short`),
    change: (value) => change({ [id]: value }),
  }));
  const text = h("textarea", {
    id: `production-${when}-answers`, rows: 5, spellcheck: "false", autocomplete: "off",
    "aria-describedby": `production-${when}-help production-${when}-read`, oninput: () => change({ answers: text.value || null }),
  });
  const read = h("div", { class: "quiet", id: `production-${when}-read`, role: "status" });
  const paste = new Disclosure(app, `production-${when}`, { closed: t("production.answers.show"), open: t("production.answers.hide") },
    h("label", { for: text.id, class: "label" }, t("production.answers")), h("p", { class: "quiet", id: `production-${when}-help` }, t("production.answers.help")), text, read);
  const box = h("div", { class: "fields" }, ...fields.map(({ el }) => el));
  return {
    el: h("fieldset", { class: "effects" }, h("legend", null, t(`production.${when}`)), box, paste.el),
    update(now: ProblemsView, problems: ProductionView["problems"]) {
      const given = givenOf(app, when);
      const pasted = now.pasted != null;
      QUESTIONS.forEach(({ id, unit, lowest, highest }, at) => {
        const field = fields[at];
        field?.update(pasted ? now[id] : given[id] ?? null, refusal(problems[`${when}_${id}`], plain(lowest), exact(highest, unit)), pasted ? 1 : 4);
        if (field) field.input.disabled = pasted;
      });
      if (document.activeElement !== text) text.value = given.answers ?? "";
      pastedText(read, now.pasted, "production");
    },
  };
}

/** What is lost, in a sentence. */
function lossText(now: ProductionView) {
  const { before, after, gained } = now;
  const text = t(before.sek == null ? "production.loss.percent" : "production.loss.sek", { percent: percent(before.loss), sek: sekRound(before.sek) });
  if (after.loss == null) return text;
  const change = gained == null ? "" : ` ${t(gained < 0 ? "production.lost_more" : "production.gained", { sek: sekRound(Math.abs(gained)) })}`;
  return `${text} ${t("production.loss.after", { percent: percent(after.loss) })}${change}`;
}

export function production(app: App): Part {
  const times = WHEN.map((when) => questions(app, when));
  const rule = new Segmented(t("production.rule"), "production-rule", (["larger", "sum_capped"] as const).map((value) => ({ value, text: t(`production.rule.${value}`) })),
    (value) => set(app, { rule: value }), true);
  const numbers = WORK.map(({ id, unit }) => new NumberField(app, {
    id: `production-${id}`, label: t(`production.${id}`), unit: t(`unit.${unit}.short`), change: (value) => set(app, { [id]: value }),
  }));
  const include = h("input", { type: "checkbox", id: "production-include", onchange: () => set(app, { include: include.checked }) });
  const sentence = h("p", { class: "headline", id: "production-answer" });
  const notes = h("p", { class: "quiet", id: "production-notes" });
  const table = new Sheet(t("production.table"));
  const fields = h("div", { class: "screen-only" }, h("p", null, t("production.lead")),
    ...times.map(({ el }) => el), h("div", { class: "follow-measure" }, rule.el, h("p", { class: "quiet" }, t("production.rule.help"))),
    h("div", { class: "fields" }, ...numbers.map(({ el }) => el)),
    h("label", { class: "tick" }, include, h("span", null, t("production.include"), h("span", { class: "quiet" }, ` ${t("production.include.help")}`))));
  const fold = new Fold(app, "production", true, fields, h("div", { class: "verdict", role: "group", "aria-labelledby": "production-answer" }, sentence, notes), table.el);

  const wrong = (now: ProductionView) => [
    ...WHEN.flatMap((when) => QUESTIONS.map(({ id }) => ({ problem: `${when}_${id}`, field: `production-${when}-${id}`, label: t(`production.${id}`) }))),
    ...WORK.map(({ id }) => ({ problem: id, field: `production-${id}`, label: t(`production.${id}`) })),
  ].filter(({ problem, field }) => now.problems[problem] != null || app.state.drafts.has(field));

  function showTable(now: ProductionView) {
    const write = (id: (typeof ROWS)[number][0], value: number) => (id === "loss" ? percent(value) : id === "hours" ? plain(value) : sekRound(value));
    const cell = (value: number | null | undefined, id: (typeof ROWS)[number][0], key: string, figure: string) =>
      value == null ? "–" : figureButton(app, { scope: "production", key, figure, id: `figure-${figure}-${key}` }, write(id, value));
    const after = now.after.loss != null;
    table.update(["", t("production.before"), ...(after ? [t("production.after"), t("production.difference")] : [])], [
      ...ROWS.map(([id, gain, figure]) => ({
        name: t(`production.row.${id}`),
        cells: [cell(now.before[id], id, "before", figure), ...(after ? [cell(now.after[id], id, "after", figure), cell(now[gain], id, "", gain)] : [])],
      })),
      ...(now.with_absence == null ? [] : [{
        name: t("production.row.with_absence"), cells: [cell(now.with_absence, "sek", "", "with_absence"), ...(after ? ["", ""] : [])],
      }]),
      ...(now.turnover_saving == null ? [] : [{
        name: t("production.row.turnover"), cells: [...(after ? ["", ""] : []), cell(now.turnover_saving, "sek", "", "turnover_saving")],
      }]),
    ]);
  }

  return {
    el: fold.el,
    update(view) {
      const now = view?.production;
      if (!now || !show(fold.el, isUsable(view))) return;
      WHEN.forEach((when, at) => times[at]?.update(now[when], now.problems));
      rule.update(now.rule);
      include.checked = app.state.settings.production?.include ?? false;
      const given = app.state.settings.production ?? {};
      const known = { hours_per_year: now.hours_per_year, employees: now.employees, cost_per_hour: now.cost_per_hour, leavers_avoided: null, cost_per_leaver: null };
      WORK.forEach(({ id, unit, lowest, highest }, at) => {
        numbers[at]?.update(given[id] ?? known[id], refusal(now.problems[id], plain(lowest, 1), exact(highest, unit)), given[id] == null ? 0 : 4);
        const origin = { hours_per_year: now.hours_origin, employees: now.employees_origin, cost_per_hour: now.cost_origin, leavers_avoided: null, cost_per_leaver: null }[id];
        numbers[at]?.say(given[id] == null && (origin === "default" || origin === "data") && h("p", { class: "quiet" }, t(`production.origin.${id}`)));
      });
      const refused = wrong(now);
      const told = refused.length === 0 && now.before.loss != null;
      fold.el.classList.toggle("unanswered", !told);
      fold.el.classList.toggle("screen-only", !told);
      const few = WHEN.map((when) => now[when]).find(({ too_few }) => too_few);
      fold.say(told ? lossText(now) : t("production.line"));
      if (refused.length > 0) put(sentence, ...refusedText("verdict.refused", refused));
      else setText(sentence, told ? lossText(now) : few ? t("production.too_few", { count: few.answered ?? 0 }) : t("production.ask"));
      put(notes, ...(told ? [
        now.before.taken != null && now.before.health_loss != null && now.before.environment_loss != null ? `${t(`production.taken.${now.before.taken}`)} ` : "",
        few ? `${t("production.too_few", { count: few.answered ?? 0 })} ` : "", now.included != null ? `${t("production.included")} ` : "", t("production.own_words"), " ", kindBadge(now.kind),
      ] : []));
      if (show(table.el, told || now.turnover_saving != null)) showTable(now);
    },
  };
}
