// What those who stand in cost; never on top of a method that already contains it.
import type { App, Part } from "../app";
import { h, setText, show } from "../dom";
import { plain, sekRound } from "../format";
import type { ReplacementSettings } from "../types";
import { t } from "../words";
import { Fold, lacking, opens, refusal } from "./folds";
import { NumberField } from "./number-field";
import { kindBadge } from "./pieces";

const FIELDS = [["share", 100], ["cost", 1000]] as const;

export function replacement(app: App): Part {
  const fields = FIELDS.map(([id]) => new NumberField(app, {
    id: `replacement-${id}`, label: t(`replacement.${id}`), unit: t("unit.percent.short"), help: t(`replacement.${id}.help`),
    change: (value) => app.set({ replacement: { ...app.state.settings.replacement, [id]: value } as ReplacementSettings }),
  }));
  const box = h("div", { class: "fields screen-only" }, ...fields.map(({ el }) => el));
  const total = h("p", { id: "replacement-total" });
  const fold = new Fold(app, "replacement", true, box, total);
  return {
    el: fold.el,
    update(view) {
      const now = view?.in_span.replacement;
      if (!view || !now) return;
      const known = now.cost != null;
      fold.el.classList.toggle("screen-only", !known);
      fold.say(...(known
        ? [t("replacement.line"), " ", opens(app, "span", "replacement", sekRound(now.cost)), " ", kindBadge(now.kind)]
        : [lacking(view, now.missing) || t("replacement.ask")]));
      show(box, !(known && now.kind === "booked"));
      FIELDS.forEach(([id, highest], at) =>
        fields[at]?.update(app.state.settings.replacement?.[id] ?? null, refusal(now.problems[id], plain(0), `${plain(highest)}\u00a0%`)));
      const method = t(`method.${view.method.id}.inline`);
      setText(total, now.refused && known ? t(`replacement.refused.${now.refused}`, { method })
        : now.total != null && known ? t("replacement.total", { method, amount: sekRound(now.total) }) : "");
      show(total, total.textContent !== "");
    },
  };
}
