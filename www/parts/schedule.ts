// The week of a full post, day by day, where it is not the same from Monday to Friday.
import type { App, Part } from "../app";
import { h, put, setText, show } from "../dom";
import { exact, sentence, weekday } from "../format";
import { t } from "../words";
import { NumberField } from "./number-field";

const DAYS = [0, 1, 2, 3, 4, 5, 6];
/** What 40 hours from Monday to Friday are, to begin with. */
const USUAL = [8, 8, 8, 8, 8, 0, 0];

export function schedule(app: App): Part {
  const complete = () => app.state.week?.every((hours) => hours != null) === true;
  const set = (day: number, hours: number | null) => {
    const week = app.state.week;
    if (!week) return;
    week[day] = hours;
    app.set({ schedule: complete() ? (week as number[]).slice() : null });
  };
  const fields = DAYS.map((day) => new NumberField(app, { id: `schedule-${day}`, label: sentence(weekday(day)), unit: "", change: (hours) => set(day, hours) }));
  const open = h("button", {
    type: "button", class: "link", id: "schedule-open",
    onclick: () => {
      const usual = app.view()?.inputs.find(({ id }) => id === "weekly_hours")?.origin === "default";
      app.state.week = usual ? [...USUAL] : DAYS.map(() => null);
      app.refresh();
      requestAnimationFrame(() => fields[0]?.input.focus());
    },
  }, t("schedule.open"));
  const close = h("button", {
    type: "button", class: "link",
    onclick: () => {
      for (const day of DAYS) app.state.drafts.delete(`schedule-${day}`);
      app.state.week = null;
      app.set({ schedule: null });
      requestAnimationFrame(() => open.focus());
    },
  }, t("schedule.close"));
  const usual = h("p", { class: "quiet" });
  const state = h("p", { class: "quiet", id: "schedule-state" });
  const error = h("p", { class: "field-error", id: "schedule-error", hidden: true });
  const week = h("fieldset", { class: "week", "aria-describedby": "schedule-help schedule-state schedule-error" },
    h("legend", null, t("schedule.title")), h("p", { class: "quiet", id: "schedule-help" }, t("schedule.help")),
    h("div", { class: "week-days" }, ...fields.map(({ el }) => el)), error, state, close);
  const el = h("div", { class: "schedule" }, usual, week);

  return {
    el,
    update(view) {
      if (!view) return;
      const hours = view.inputs.find(({ id }) => id === "weekly_hours")?.value;
      const row = view.inputs.find(({ id }) => id === "schedule");
      const filling = app.state.week !== null;
      show(usual, !filling);
      if (!usual.hasChildNodes()) put(usual, t("schedule.usual"), " ", open);
      if (!show(week, filling)) return;
      fields.forEach((field, day) => field.update(app.state.week?.[day]));
      const problem = row?.problem;
      setText(error, problem ? t(`problem.${problem}`, { lowest: exact(row.lowest, row.unit), highest: exact(row.highest, row.unit) }) : "");
      show(error, problem != null);
      setText(state, t(complete() && !problem ? "schedule.sum" : "schedule.incomplete", { hours: exact(row?.value ?? hours, "hours_per_week") }));
    },
  };
}
