// The investments side by side and together, and what one of them is for each who is concerned.
import type { App, Part } from "../app";
import { h, setText, show } from "../dom";
import { sek, sekRound } from "../format";
import type { SimulationView } from "../types";
import { t } from "../words";
import { type Case, shownCase } from "./case-fields";
import { Sheet } from "./folds";
import { Disclosure } from "./pieces";
import { likely, monthCount } from "./verdict";

/** What an investment is called. */
export const caseName = (app: App, at: number) =>
  app.state.settings.investment?.cases?.[at]?.name?.trim() || t("invest.case", { number: String(at + 1) });

const chance = (share: number | undefined) => (share == null ? "–" : likely(share));

export function compare(app: App, drawn: () => SimulationView | null): Part {
  const line = h("p", { class: "headline-more", id: "compare-line" });
  const table = new Sheet(t("compare.table"));
  const together = h("p", { id: "together" });
  const el = h("div", { id: "compare" }, h("h3", { class: "big" }, t("compare.title")), line, table.el, together);
  return {
    el,
    update(view) {
      const investment = view?.investment;
      if (!show(el, (investment?.cases.length ?? 0) > 1) || !investment) return;
      // What was said of one and refused is not taken for something else.
      const refused = (one: Case) => Object.keys(one.problems).length > 0;
      const results = investment.cases.map((one, at) => ({ at, result: refused(one) ? null : one.result_at_horizon }));
      const best = results.reduce((best, one) => ((one.result ?? -Infinity) > (best.result ?? -Infinity) ? one : best));
      setText(line, best.result == null ? t("compare.unknown")
        : best.result < 0 ? t("compare.none", { name: caseName(app, best.at) })
          : t("compare.best", { name: caseName(app, best.at), sek: sekRound(best.result), horizon: monthCount(investment.horizon) }));
      const draws = drawn();
      const of = (at: number) => draws?.outcomes[draws.cases.indexOf(at)];
      table.update(["compare.case", "scenario.cost", "scenario.saving", "scenario.result", "invest.payback_months", "compare.carries", "compare.is_best"].map((key) => t(key)),
        investment.cases.map((one, at) => ({
          name: caseName(app, at),
          cells: refused(one) ? [t("compare.refused"), "–", "–", "–", "–", "–"] : [sek(one.cost), sek(one.highest_cost), sek(one.result_at_horizon),
            one.payback_months == null ? "–" : monthCount(one.payback_months), chance(of(at)?.carries), chance(of(at)?.best)],
        })));
      const all = investment.combined;
      show(together, all != null);
      if (all) setText(together, t(all.twice > 0.5 ? "compare.together" : "compare.together.apart",
        { count: all.cases, cost: sekRound(all.cost), saving: sekRound(all.saving), twice: sekRound(all.twice), result: sekRound(all.result) }));
    },
  };
}

export function concerned(app: App): Part {
  const table = new Sheet(t("concerned.table"));
  const unknown = h("p", { class: "quiet" }, t("concerned.unknown"));
  const fold = new Disclosure(app, "concerned", { title: t("concerned.title"), closed: t("rules.show"), open: t("rules.hide") },
    h("p", { class: "quiet" }, t("concerned.lead")), table.el, unknown);
  fold.el.id = "concerned";
  fold.el.classList.add("screen-only");
  fold.opened = () => app.refreshInvestments();
  return {
    el: fold.el,
    update(view) {
      const now = view?.investment.cases[shownCase(app)];
      if (!show(fold.el, now?.result_at_horizon != null || now?.verdict === "pays_nothing") || !now || !fold.isOpen) return;
      table.update(["concerned.who", "concerned.short", "concerned.long", "scenario.saving", "scenario.cost", "scenario.result"].map((key) => t(key)), now.perspectives.map((one) => ({
        name: t(`perspective.${one.id}`),
        cells: [sek(one.value_short_day), sek(one.value_long_day), sek(one.saving), sek(one.cost), sek(one.result)],
      })));
      show(unknown, now.perspectives.some((one) => one.value_short_day == null && one.value_long_day == null));
    },
  };
}
