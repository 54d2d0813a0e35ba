// What others have found, to start from: also where they found nothing. The page suggests none of them.
import type { App, Part } from "../app";
import { h, put, show } from "../dom";
import { percent, plain } from "../format";
import type { CaseSettings, View } from "../types";
import { t } from "../words";
import { caseOf, shownCase } from "./case-fields";
import { Disclosure } from "./pieces";

type Card = View["investment"]["cards"][number];
type Estimate = Card["effect_short"];

/** An effect and its interval, in words. */
function effectText({ low, base, high }: Estimate, unit: Card["unit"]) {
  if (base == null) return "";
  const value = (of: number) => (unit === "percent" ? percent(of, 0) : t("card.days", { value: plain(of, 2) }));
  const change = t(base < 0 ? "card.grows" : "card.falls", { value: value(Math.abs(base)) });
  return low == null || high == null ? change : `${change} ${t("card.interval", { low: value(low), high: value(high) })}`;
}

/** What choosing it fills in. */
export const filled = ({ id, unit, shape, effect_short, effect_long }: Card): CaseSettings => ({ card: id, effect_unit: unit, shape, effect_short, effect_long });

export function cards(app: App): Part {
  const items = h("ul", { class: "findings" });
  const fold = new Disclosure(app, "cards", { title: t("cards.title"), closed: t("rules.show"), open: t("rules.hide") },
    h("p", { class: "quiet" }, t("cards.lead")), items);
  fold.el.classList.add("screen-only");
  const said = h("p", { class: "quiet", id: "card-said", role: "status" });
  const el = h("div", null, fold.el, said);
  let built = false;

  function card(one: Card) {
    const effects = ([["short", one.effect_short], ["long", one.effect_long]] as const).filter(([, effect]) => effect.base != null);
    const use = () => {
      for (const id of ["effect_short", "effect_long"]) for (const end of ["", "-low", "-high"]) app.state.drafts.delete(`invest-${id}${end}`);
      app.setCase(filled(one));
    };
    return h("li", { class: "finding", "data-card": one.id },
      h("h4", null, t(`card.${one.id}`)),
      !one.found && h("p", { class: "finding-nil" }, t("card.nil")),
      h("p", null, ...effects.map(([id, effect]) => h("span", { class: "finding-effect" }, t(`card.${id}`, { effect: effectText(effect, one.unit) })))),
      h("p", null, t(`card.${one.id}.who`)),
      h("p", { class: "quiet" }, t(`card.${one.id}.mind`)),
      h("p", { class: "source" }, one.source),
      h("button", { type: "button", id: `use-${one.id}`, onclick: use }, t("card.use")));
  }

  return {
    el,
    update(view) {
      const investment = view?.investment;
      if (!investment) return;
      if (!built) put(items, ...investment.cards.map(card));
      built = true;
      const now = investment.cases[shownCase(app)];
      const chosen = caseOf(app).card;
      show(said, chosen != null);
      if (chosen != null) put(said, t(now?.as_card ? "cards.chosen" : "cards.changed", { name: t(`card.${chosen}`) }), " ", t(`card.${chosen}.mind`));
    },
  };
}
