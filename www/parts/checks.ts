// Sums that the table states, held against its rows.
import type { App } from "../app";
import { h, put, show } from "../dom";
import { plain } from "../format";
import type { SumCheck, TableView } from "../types";
import { t } from "../words";
import { Disclosure } from "./pieces";
import { idIn } from "./said";

/** So many sums that agree are told one by one. */
const TOLD = 2;

const text = ({ row, column, stated, summed, agrees }: SumCheck) =>
  t(agrees ? "check.agrees" : "check.differs", { row: String(row), column, stated: plain(stated, 2), summed: plain(summed, 2) });

export function checks(app: App, table: number) {
  const wrong = h("ul", { class: "remarks warnings" });
  const right = h("ul", { class: "remarks" });
  const many = h("p", { class: "quiet" });
  const each = h("ul", { class: "remarks" });
  const fold = new Disclosure(app, idIn(table, "checks"), { closed: t("check.show"), open: t("check.hide") }, each);
  const el = h("div", { class: "checks screen-only" }, h("h3", null, t("check.title")), wrong, right, many, fold.el);
  return {
    el,
    update({ checks: all }: TableView) {
      const agreeing = all.filter(({ agrees }) => agrees);
      const items = (some: SumCheck[]) => some.map((check) => h("li", null, text(check)));
      const folded = agreeing.length > TOLD;
      put(wrong, ...items(all.filter(({ agrees }) => !agrees)));
      put(right, ...(folded ? [] : items(agreeing)));
      put(each, ...(folded ? items(agreeing) : []));
      put(many, folded && t("check.many", { count: agreeing.length }));
      for (const list of [wrong, right]) show(list, list.hasChildNodes());
      show(many, folded);
      show(fold.el, folded);
      show(el, all.length > 0);
    },
  };
}
