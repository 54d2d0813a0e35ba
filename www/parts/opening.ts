// From the whole down to a department and a unit: where one is, and the way on.
import type { App, Part } from "../app";
import { h, put, show } from "../dom";
import type { OrganisationView, View } from "../types";
import { t } from "../words";

type Level = { department: string | null; unit: string | null };

export const unitName = (name: string | null | undefined) => name || t("units.unnamed");

/** The part that is opened, the smallest first: Hemtjänst norr, Socialförvaltningen. Empty for the whole. */
export const openedName = ({ organisation: { department, unit } }: View) =>
  [unit, department].filter((name) => name != null).map(unitName).join(", ");

/** Opens a level, and takes the reader to the path above the answer. */
export function openLevel(app: App, level: Level) {
  app.openLevel(level);
  requestAnimationFrame(() => {
    const here = document.getElementById("level-now");
    here?.scrollIntoView({ block: "center" });
    here?.focus({ preventScroll: true });
    app.say(t("level.shows", { level: [level.department, level.unit].filter((name) => name != null).map(unitName).join(" › ") || t("level.whole") }));
  });
}

/** A list to open one of; the empty value is none of them. */
function chooser(label: string, none: string, id: string, pick: (name: string | null) => void) {
  const select = h("select", { id, onchange: () => pick(select.selectedIndex > 0 ? (names[select.selectedIndex - 1] ?? null) : null) });
  const el = h("p", { class: "chooser screen-only" }, h("label", { for: id }, label), select);
  let names: string[] = [];
  return {
    el,
    update(now: string[], chosen: string | null | undefined) {
      if (!show(el, now.length > 0)) return;
      if (now.join("\n") !== names.join("\n") || select.options.length === 0) {
        names = now;
        put(select, h("option", null, none), ...names.map((name) => h("option", null, unitName(name))));
      }
      const at = chosen == null ? 0 : names.indexOf(chosen) + 1;
      if (select.selectedIndex !== at) select.selectedIndex = at;
    },
  };
}

/** Where one can go: departments, and the units of the opened one, or all units where there are no departments. */
const unitsOf = ({ departments, department, units }: OrganisationView) =>
  departments.length > 0 ? (departments.find(({ name }) => name === department)?.units ?? []) : units;

export function opening(app: App): Part {
  const path = h("ol", { class: "path" });
  const now = () => app.view()?.organisation;
  const departments = chooser(t("level.department"), t("level.all"), "open-department", (department) => app.openLevel({ department, unit: null }));
  const units = chooser(t("level.unit"), t("level.all"), "open-unit", (unit) => app.openLevel({ department: now()?.department ?? null, unit }));
  const el = h("nav", { class: "opening", id: "opening", "aria-label": t("level.title") }, path, departments.el, units.el);
  let drawn = "";

  return {
    el,
    update(view) {
      const organisation = view?.organisation;
      const levels = organisation && (organisation.departments.length > 0 || organisation.units.length > 1);
      if (!show(el, levels === true) || !organisation) return;
      const { department, unit } = organisation;
      const steps: [text: string, level: Level][] = [[t("level.whole"), { department: null, unit: null }]];
      if (department != null) steps.push([unitName(department), { department, unit: null }]);
      if (unit != null) steps.push([unitName(unit), { department: department ?? null, unit }]);
      el.classList.toggle("screen-only", steps.length === 1);
      const wanted = JSON.stringify(steps);
      if (drawn !== wanted) {
        drawn = wanted;
        put(path, ...steps.map(([text, level], at) => h("li", null, at === steps.length - 1
          ? h("span", { id: "level-now", tabindex: "-1", "aria-current": "true" }, text)
          : h("button", { type: "button", class: "link", onclick: () => openLevel(app, level) }, text))));
      }
      departments.update(organisation.departments.map(({ name }) => name), department);
      units.update(unitsOf(organisation), unit);
    },
  };
}
