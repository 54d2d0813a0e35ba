// An effect in per cent: a slider that begins unset, and a number field beside it. Bärkraft suggests no effect.
import type { App } from "../app";
import { h, show } from "../dom";
import { percent } from "../format";
import { t } from "../words";
import { NumberField } from "./number-field";

const MAX = 50;

export function effectField(app: App, id: "effect_short" | "effect_long") {
  const change = (value: number | null) => app.setInvestment({ [id]: value });
  const field = new NumberField(app, {
    id: `invest-${id}`, label: t(`invest.${id}`), unit: t("unit.percent.short"), change,
  });
  const slider = h("input", {
    type: "range", min: 0, max: MAX, step: 1, id: `slider-${id}`, class: "slider", "aria-label": t(`invest.${id}.slider`),
    oninput: () => {
      app.state.drafts.delete(`invest-${id}`);
      change(slider.valueAsNumber);
    },
  });
  const unset = h("button", {
    type: "button", class: "link",
    onclick: () => {
      app.state.drafts.delete(`invest-${id}`);
      field.release();
      change(null);
      slider.focus();
    },
  }, t("invest.effect.unset"));
  const reset = h("span", null, unset);
  field.say(slider, h("div", { class: "slider-ends", "aria-hidden": "true" }, h("span", null, percent(0)), h("span", null, percent(MAX))), reset);
  return {
    id,
    el: field.el,
    update(value: number | null, problem: string | undefined) {
      field.update(value, problem);
      slider.classList.toggle("unset", value === null);
      if (value === null) slider.value = "0";
      else if (slider.valueAsNumber !== value) slider.value = String(value);
      slider.setAttribute("aria-valuetext", value === null ? t("invest.effect.none") : percent(value));
      show(reset, value !== null);
    },
  };
}
