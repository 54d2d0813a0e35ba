// The disclosure that the law asks of municipalities and regions; groups that are too small are not shown.
import type { App, Part } from "../app";
import { Keyed, h, put, setText, show } from "../dom";
import { monthRange, percent, percentFixed, plain } from "../format";
import type { GroupSettings, StatutoryRow } from "../types";
import { t } from "../words";
import { Fold, ruleOf, Sheet } from "./folds";
import { NumberField } from "./number-field";
import { Disclosure } from "./pieces";

const SIZES = ["headcount", "scheduled_hours"] as const;

/** The fields of one group. */
function sizeFields(app: App, group: StatutoryRow["group"]) {
  const change = (patch: GroupSettings) => {
    const groups = app.state.settings.groups ?? [];
    const now = groups.find((one) => one.group === group);
    app.set({ groups: [...groups.filter((one) => one !== now), { ...now, group, ...patch }] });
  };
  const fields = SIZES.map((id) => new NumberField(app, {
    id: `group-${group}-${id}`, label: t(`statutory.${id}`, { group: t(`statutory.${group}`) }), unit: t(id === "headcount" ? "statutory.unit" : "unit.hours.short"),
    change: (value) => change({ [id]: value }),
  }));
  return {
    el: h("div", null, ...fields.map(({ el }) => el)),
    update() {
      const given = app.state.settings.groups?.find((one) => one.group === group);
      SIZES.forEach((id, at) => fields[at]?.update(given?.[id] ?? null));
    },
  };
}

export function statutory(app: App): Part {
  const table = new Sheet(t("statutory.table"));
  const notes = h("p", { class: "quiet" });
  const box = h("div", { class: "fields" });
  const fields = new Keyed<StatutoryRow>(box, ({ group }) => sizeFields(app, group));
  const help = h("p", { class: "quiet" });
  const sizes = new Disclosure(app, "group-sizes", { closed: t("statutory.give"), open: t("statutory.give.hide") },
    help, box);
  const give = sizes.el;
  give.classList.add("screen-only");
  let months = "";
  const fold = new Fold(app, "statutory", true, h("p", { class: "quiet" }, t("statutory.text")), table.el, notes, give);
  return {
    el: fold.el,
    update(view) {
      const now = view?.measures.statutory;
      if (!show(fold.el, (now?.rows.length ?? 0) > 0) || !view || !now) return;
      // Hours are those of some months: they do not hold for others.
      const { first_month: first, last_month: last } = view[view.span];
      const period = monthRange(first, last);
      if (months && months !== period) app.set({ groups: (app.state.settings.groups ?? []).map((one) => ({ ...one, scheduled_hours: null })) });
      months = period;
      setText(help, t("statutory.give.help", { period }));
      const all = now.rows.find(({ group }) => group === "all");
      fold.el.classList.toggle("screen-only", now.rows.every(({ state }) => state !== "shown"));
      const hidden = now.rows.filter(({ state }) => state === "small" || state === "subtraction").length;
      const unknown = now.rows.filter(({ state, group }) => state === "unknown" && group !== "all").length;
      fold.say([
        all?.absence_percent != null && t("statutory.line", { percent: percent(all.absence_percent) }),
        !now.known && t("statutory.undivided"),
        hidden > 0 && t("statutory.hidden", { count: hidden }),
        now.known && unknown > 0 && t("statutory.lacking", { count: unknown }),
      ].filter(Boolean).join(" ") || t("statutory.text"));
      table.update([t("statutory.group"), t("statutory.employees"), t("fact.absence_percent"), t("statutory.long", { days: ruleOf(view, "long_spell") })],
        now.rows.map((row) => {
          const shown = row.state === "shown";
          const why = shown ? "" : t(`statutory.${row.state}`, { count: now.limit });
          return {
            name: h("span", null, t(`statutory.${row.group}`), !shown && h("span", { class: "quiet why" }, why)),
            cells: [plain(row.headcount), percentFixed(row.absence_percent, 1), percentFixed(row.long_share_percent, 1)],
          };
        }));
      const days = ruleOf(view, "long_spell");
      const long = now.rows.some((row) => row.long_share_percent != null);
      put(notes, hidden > 0 && t("statutory.why", { count: now.limit }), " ",
        !long ? t("statutory.no_long", { days }) : now.long_from_day_60 && t("statutory.from_60", { days }));
      const asked = now.rows.filter(({ state, given }) => state === "unknown" || given);
      fields.update(asked, ({ group }) => group);
      show(give, asked.length > 0);
    },
  };
}
