// How we calculated: the method, the rules with their sources, what is left out, and how to check the promise.
import type { App, Part } from "../app";
import { h, setText, show } from "../dom";
import { exact } from "../format";
import type { View } from "../types";
import { t } from "../words";
import { isUsable, section } from "./pieces";
import { changedText, rules } from "./rules";

export function how(app: App): Part {
  const methodName = h("h3");
  const methodText = h("p");
  const methodSource = h("p", { class: "quiet" });
  const table = rules(app);
  // On paper the fields are gone: what they held is said here.
  const values = h("p", { class: "print-only", id: "paper-values" });
  const changed = h("p", { class: "print-only", id: "paper-changed" });
  const method = h("div", null, methodName, methodText, methodSource, values, changed);
  const bullets = (family: string, count: number) =>
    h("ul", null, ...Array.from({ length: count }, (_, at) => h("li", null, t(`${family}.${at + 1}`))));
  const el = section("how", t("how.title"),
    h("p", { class: "lead screen-only" }, t("how.lead")), method, table.el,
    h("h3", { class: "screen-only" }, t("how.kinds")),
    h("dl", { class: "kinds screen-only" }, ...["booked", "calculated", "estimated"].flatMap((kind) =>
      [h("dt", null, t(`kind.${kind}`)), h("dd", null, t(`kind.${kind}.about`))])),
    // On paper the last words of the page stand here, so that no page holds them alone.
    h("div", null, h("h3", null, t("left_out.title")), bullets("left_out", 6), h("p", { class: "print-only quiet" }, t("footer.about"))),
    h("div", { id: "privacy", tabindex: "-1" }, h("h3", null, t("privacy.title")), h("p", null, t("privacy.text")), h("p", null, t("privacy.check")),
      h("ol", null, ...[1, 2, 3].map((at) => h("li", null, t(`privacy.check.${at}`)))), h("p", { class: "quiet" }, t("privacy.limits"))));

  return {
    el,
    update(view: View | null) {
      table.update(view);
      if (!show(method, isUsable(view)) || !view) return;
      setText(methodName, t("how.method", { method: t(`method.${view.method.id}`) }));
      setText(methodText, `${t(`method.${view.method.id}.about`)} ${t(`method.${view.method.id}.differs`)}`);
      setText(methodSource, view.method.source && t("how.method.source", { source: view.method.source }));
      show(methodSource, view.method.source !== "");
      const schedule = view.inputs.some(({ id, value }) => id === "schedule" && value != null);
      const used = view.inputs.filter((input) => input.used && input.value != null && !(schedule && input.id === "weekly_hours"));
      setText(values, t("how.values", { values: used.map((input) =>
        `${t(`input.${input.id}.inline`)} ${exact(input.value, input.unit)} (${t(`origin.${input.origin}.short`)})`).join(", ") }));
      const own = changedText(view);
      setText(changed, own && t("how.changed", { values: own }));
    },
  };
}
